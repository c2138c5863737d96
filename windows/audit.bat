@echo off
rem Mengaudit kantor-kantor pada sites.csv di satu provinsi. Ganti nama provinsinya dengan Notepad bila perlu.
set PROVINSI=Jawa Tengah
cd /d "%~dp0.."
set PYTHONUTF8=1
.venv\Scripts\auditor run sites.csv --province "%PROVINSI%"
pause
