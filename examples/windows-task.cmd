@echo off
rem Last month's report of C:\exports, on the second of each month at six:
rem
rem   schtasks /Create /TN "kpi monthly" /SC MONTHLY /D 2 /ST 06:00 /TR "C:\kpi\windows-task.cmd"
rem
for /f %%m in ('powershell -NoProfile -Command "(Get-Date).AddMonths(-1).ToString(''yyyy-MM'')"') do set MONTH=%%m
set YEAR=%MONTH:~0,4%
rem A pattern of which there is no file would be a fault.
set LOGS=
if exist "C:\exports\*.csv" set LOGS="C:\exports\*.csv"
if exist "C:\exports\*.xlsx" set LOGS=%LOGS% "C:\exports\*.xlsx"
rem npm puts a kpi.cmd in place: without "call" nothing below it would be run.
call kpi report %LOGS% --year %YEAR% --month %MONTH% --lang vi --quiet --out "docx=C:\reports\%MONTH%.docx" --out "html=C:\reports\%MONTH%.html" --out "xlsx=C:\reports\%MONTH%.xlsx" --out "json=C:\reports\%MONTH%.json" --manifest "C:\reports\%MONTH%.manifest.json"
if %ERRORLEVEL%==1 exit /b 0
if %ERRORLEVEL%==3 exit /b 0
exit /b %ERRORLEVEL%
