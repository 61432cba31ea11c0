# SQLCipher, linked statically: a shared libsqlcipher would take over Qt's own SQLite driver in the same process.
find_path(SqlCipher_INCLUDE_DIR sqlcipher/sqlite3.h)
find_library(SqlCipher_LIBRARY NAMES libsqlcipher.a)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(Threads REQUIRED)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(SqlCipher REQUIRED_VARS SqlCipher_INCLUDE_DIR SqlCipher_LIBRARY)
if(SqlCipher_FOUND AND NOT TARGET SqlCipher::SqlCipher)
  add_library(SqlCipher::SqlCipher STATIC IMPORTED)
  set_target_properties(SqlCipher::SqlCipher PROPERTIES
    IMPORTED_LOCATION ${SqlCipher_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${SqlCipher_INCLUDE_DIR}/sqlcipher
    INTERFACE_COMPILE_DEFINITIONS "SQLITE_HAS_CODEC"
    INTERFACE_LINK_LIBRARIES "OpenSSL::Crypto;Threads::Threads;m;dl")
endif()
