@echo off
rem Untuk Windows Task Scheduler: sama dengan audit.bat, tanpa jendela yang menunggu; catatannya masuk ke audit.log.
set PROVINSI=Jawa Tengah
cd /d "%~dp0.."
set PYTHONUTF8=1
.venv\Scripts\auditor run sites.csv --due --province "%PROVINSI%" >> audit.log 2>&1
