@echo off
rem Last month's figures of C:\exports, on the second of each month at six:
rem
rem   schtasks /Create /TN "kpi monthly" /SC MONTHLY /D 2 /ST 06:00 /TR "C:\kpi\windows-task.cmd"
rem
for /f %%m in ('powershell -NoProfile -Command "(Get-Date).AddMonths(-1).ToString(''yyyy-MM'')"') do set MONTH=%%m
set YEAR=%MONTH:~0,4%
kpi check "C:\exports\*.csv" --year %YEAR% --period %MONTH% --lang vi --quiet --out "csv=C:\reports\%MONTH%.csv" --out "json=C:\reports\%MONTH%.json" --manifest "C:\reports\%MONTH%.manifest.json"
if %ERRORLEVEL%==1 exit /b 0
if %ERRORLEVEL%==3 exit /b 0
exit /b %ERRORLEVEL%
