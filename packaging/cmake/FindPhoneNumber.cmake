# libphonenumber. On Debian 12 its -dev package asks for Boost 1.74, which cannot live beside Boost 1.81 (Boost.JSON); its headers
# need neither, so packaging/install-dependencies unpacks them into .deps/ and the run-time library comes from Debian as usual.
find_path(PhoneNumber_INCLUDE_DIR phonenumbers/phonenumberutil.h HINTS ${CMAKE_SOURCE_DIR}/.deps/usr/include)
find_library(PhoneNumber_LIBRARY NAMES libphonenumber.so.8 phonenumber)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(PhoneNumber REQUIRED_VARS PhoneNumber_INCLUDE_DIR PhoneNumber_LIBRARY)
if(PhoneNumber_FOUND AND NOT TARGET PhoneNumber::PhoneNumber)
  add_library(PhoneNumber::PhoneNumber UNKNOWN IMPORTED)
  set_target_properties(PhoneNumber::PhoneNumber PROPERTIES
    IMPORTED_LOCATION ${PhoneNumber_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${PhoneNumber_INCLUDE_DIR})
endif()
