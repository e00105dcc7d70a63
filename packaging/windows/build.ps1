# Build Sonde's installer and its ZIP on Windows, with MSYS2's UCRT64 compiler and libraries (the flags of
# cmake/flags.cmake are GCC's) and DuckDB's own Windows package. Written, and not run: see README.
#   packaging\windows\build.ps1 -DuckDb C:\libduckdb-windows-amd64 [-Msys C:\msys64]
# -DuckDb is the unpacked libduckdb-windows-amd64.zip of DuckDB's release: duckdb.dll, duckdb.lib, duckdb.h.
param(
    [Parameter(Mandatory = $true)] [string] $DuckDb,
    [string] $Msys = 'C:\msys64'
)
$ErrorActionPreference = 'Stop'
$top = (Resolve-Path "$PSScriptRoot\..\..").Path
$prefix = 'mingw-w64-ucrt-x86_64'
$packages = 'gcc', 'cmake', 'ninja', 'pkgconf', 'nodejs', 'nsis', 'qt6-base', 'qt6-declarative', 'qt6-svg', 'qt6-tools',
    'qt6-translations', 'qscintilla', 'qtkeychain-qt6', 'simdjson', 'tl-expected', 'cpp-httplib', 'openssl', 'zlib',
    'libxlsxwriter' |
    ForEach-Object { "$prefix-$_" }
& "$Msys\usr\bin\pacman.exe" --sync --needed --noconfirm @packages
if ($LASTEXITCODE -ne 0) { throw 'pacman failed' }
$env:Path = "$Msys\ucrt64\bin;$Msys\usr\bin;$env:Path"

Push-Location "$top\resources"
npm ci --ignore-scripts --no-audit --no-fund --force # the pinned DuckDB is Linux's: its place is taken by -DuckDb
if ($LASTEXITCODE -ne 0) { throw 'npm failed' }
Pop-Location

$duck = (Resolve-Path $DuckDb).Path.Replace('\', '/')
cmake --preset release -S $top `
    "-DSONDE_DUCKDB_LIBRARY=$duck/duckdb.dll" "-DSONDE_DUCKDB_IMPORT_LIBRARY=$duck/duckdb.lib" "-DSONDE_DUCKDB_INCLUDE=$duck"
if ($LASTEXITCODE -ne 0) { throw 'cmake failed' }
cmake --build "$top\build\release"
if ($LASTEXITCODE -ne 0) { throw 'the build failed' }
Push-Location "$top\build\release"
cpack
Pop-Location
if ($LASTEXITCODE -ne 0) { throw 'cpack failed' }
# A signature (signtool sign /fd sha256 /tr URL /td sha256 FILE) goes on sonde.exe before cpack and on the installer after it.
