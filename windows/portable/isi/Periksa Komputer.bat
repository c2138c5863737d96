@echo off
rem Memeriksa apa yang sudah siap di komputer ini dan apa yang belum.
setlocal DisableDelayedExpansion
title KIP Auditor
if not exist "%~dp0program\mulai.bat" goto belum_diekstrak
"%~dp0program\mulai.bat" doctor

:belum_diekstrak
echo Folder "program" tidak ada di samping berkas ini.
echo Bila ini dibuka dari dalam ZIP: tutup jendela ini, klik kanan ZIP-nya, pilih "Extract All..." (Ekstrak Semua),
echo lalu klik dua kali berkas ini dari folder hasil ekstraknya.
pause
exit /b 2
