@echo off
rem Memasang KIP Auditor pada komputer ini. Cukup sekali. Perlu Python 3.11 atau lebih baru dan internet.
cd /d "%~dp0.."
set PYTHONUTF8=1
set PYTHON=py -3
py -3 --version >nul 2>nul || set PYTHON=python
%PYTHON% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if errorlevel 1 goto tanpa_python
%PYTHON% -m venv .venv
if errorlevel 1 goto gagal
.venv\Scripts\python -m pip install --disable-pip-version-check -c constraints.txt ".[js]"
if errorlevel 1 goto gagal
.venv\Scripts\auditor doctor
echo.
echo Pemasangan selesai. Berikutnya: klik dua kali coba.bat.
pause
exit /b 0

:tanpa_python
echo Python 3.11 atau lebih baru belum terpasang. Pasang dari python.org dan centang "Add python.exe to PATH",
echo lalu klik dua kali pasang.bat lagi.
pause
exit /b 2

:gagal
echo Pemasangan belum selesai. Periksa sambungan internet, lalu klik dua kali pasang.bat lagi.
echo Bila tetap begitu, kirimkan foto layar ini kepada pengelola auditor.
pause
exit /b 2
