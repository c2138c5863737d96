@echo off
rem Mencoba KIP Auditor pada provinsi contoh di komputer ini, tanpa internet. Rekapnya terbuka setelah selesai.
cd /d "%~dp0.."
set PYTHONUTF8=1
.venv\Scripts\auditor demo
pause
