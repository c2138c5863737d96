@echo off
rem Menyiapkan folder data, lalu menjalankan auditor di sana dengan kata-kata yang diberikan.
rem Folder data tidak pernah di dalam folder KIP Auditor: folder ini boleh diganti seluruhnya dengan versi baru.
setlocal DisableDelayedExpansion
chcp 65001 >nul
set "PYTHON=%~dp0python\python.exe"
if not exist "%PYTHON%" goto tidak_utuh
if not exist "%~dp0pustaka\auditor\__main__.py" goto tidak_utuh
set "DATA=%USERPROFILE%\Data KIP Auditor"
if exist "%~dp0..\..\Data KIP Auditor\" set "DATA=%~dp0..\..\Data KIP Auditor"
if not exist "%DATA%\" mkdir "%DATA%"
rem "ver" melupakan galat perintah sebelumnya; pushd yang berhasil tidak.
ver >nul
pushd "%DATA%"
if errorlevel 1 goto tanpa_data
if "%~1"=="--folder" goto folder
if "%~1"=="--jendela" goto jendela
if "%~1"=="run" if not exist sites.csv goto tanpa_daftar
"%PYTHON%" -X utf8 -m auditor %*
set "KODE=%errorlevel%"
popd
if "%KODE%"=="9009" goto tidak_utuh
if "%KODE%"=="-1073741515" goto tanpa_pustaka
if "%~1"=="desk" if "%KODE%"=="0" exit /b 0
pause
exit /b %KODE%

:folder
explorer.exe .
popd
exit /b 0

:jendela
set "PATH=%~dp0perintah;%PATH%"
echo Ketik misalnya: auditor doctor
cmd /k
popd
exit /b 0

:tanpa_daftar
popd
echo Daftar situs belum ada: "%DATA%\sites.csv"
echo Klik dua kali "Buka Meja Auditor.bat", lalu buat daftarnya pada layar "Daftar situs".
pause
exit /b 2

:tanpa_data
echo Folder data tidak dapat dibuat atau dibuka: "%DATA%"
echo Penyebab tersering: penyimpanan penuh, atau tempat itu tidak boleh Anda tulis.
echo Buat folder bernama "Data KIP Auditor" di samping folder "KIP Auditor", misalnya D:\Data KIP Auditor, lalu coba lagi.
pause
exit /b 2

:tidak_utuh
echo Folder KIP Auditor tidak utuh: sebagian isi folder "program" tidak ada.
echo Penyebab tersering: ekstrak yang terhenti, atau berkas yang dikarantina antivirus. Ekstrak ZIP-nya sekali lagi
echo dengan "Extract All..." (Ekstrak Semua); bila terulang, mintalah petugas TI mengizinkan folder ini pada antivirus.
pause
exit /b 2

:tanpa_pustaka
echo Python di dalam paket tidak dapat dimulai: ada pustaka Windows yang tidak ditemukan.
echo Windows 10 versi 1903 atau yang lebih baru diperlukan. Jalankan "Windows Update", lalu coba lagi.
pause
exit /b 2
