@echo off
rem Memasang KIP Auditor pada komputer ini. Cukup sekali. Perlu Python 3.11 atau lebih baru (64-bit) dan internet.
rem Tanpa Python: pakai paket yang cukup diekstrak, lihat docs\pemasangan.md.
setlocal DisableDelayedExpansion
chcp 65001 >nul
cd /d "%~dp0.."
if not exist pyproject.toml goto tanpa_folder
set PYTHONUTF8=1
set PYTHON=py -3
py -3 -c "import sys" >nul 2>nul || set PYTHON=python
%PYTHON% -c "import sys" >nul 2>nul
if errorlevel 1 goto tanpa_python
%PYTHON% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if errorlevel 1 goto python_lama
%PYTHON% windows\sebab.py
if errorlevel 1 goto selesai_gagal
if exist pasang.log del pasang.log
%PYTHON% -m venv .venv >pasang.log 2>&1
if errorlevel 1 goto gagal
echo Mengambil komponen auditor, beberapa menit...
.venv\Scripts\python -m pip install --disable-pip-version-check --only-binary=:all: --log pasang.log -c constraints.txt ".[js,rakor]"
if errorlevel 1 goto gagal
.venv\Scripts\auditor doctor
echo.
echo Pemasangan selesai. Berikutnya: klik dua kali coba.bat.
pause
exit /b 0

:tanpa_python
echo Penyebab: Python belum terpasang, atau "python" di komputer ini hanya pintasan ke Microsoft Store.
echo Langkah berikutnya: pasang Python 3.12 dari python.org ("Windows installer (64-bit)"), centang
echo "Add python.exe to PATH", tutup semua jendela, lalu klik dua kali pasang.bat lagi.
goto selesai_gagal

:python_lama
echo Penyebab: Python di komputer ini terlalu lama; diperlukan 3.11 atau lebih baru. Yang terpasang:
%PYTHON% --version
echo Langkah berikutnya: pasang Python 3.12 dari python.org ("Windows installer (64-bit)"), lalu klik dua kali pasang.bat lagi.
goto selesai_gagal

:tanpa_folder
echo Penyebab: berkas lain dari folder auditor tidak ada di sini. Mungkin pasang.bat dibuka dari dalam ZIP.
echo Langkah berikutnya: klik kanan ZIP-nya, pilih "Extract All..." (Ekstrak Semua), lalu klik dua kali pasang.bat di folder hasilnya.
goto selesai_gagal

:gagal
echo.
echo Pemasangan belum selesai.
%PYTHON% windows\sebab.py pasang.log
echo Catatan lengkapnya: pasang.log di folder auditor.

:selesai_gagal
pause
exit /b 2
