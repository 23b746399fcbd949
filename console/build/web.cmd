@echo off
where node >nul 2>nul || (echo No Node found. Install Node 20.19 or newer, or pass -DskipWeb to build the server without the console. 1>&2 & exit /b 1)
node "%~dp0web.mjs" %*
