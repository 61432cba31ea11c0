# What every target of this project shares: language level, warnings, sanitizers, and the two functions that make a room and a test.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

add_library(ow_options INTERFACE)
target_compile_options(ow_options INTERFACE -fno-omit-frame-pointer -fstack-protector-strong)
# The sanitizers instrument what _FORTIFY_SOURCE wraps, and each hides the other's finding: one or the other.
if(NOT OW_SANITIZE)
  target_compile_definitions(ow_options INTERFACE $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2>)
endif()
if(OW_SANITIZE)
  target_compile_options(ow_options INTERFACE -fsanitize=${OW_SANITIZE} -fno-sanitize-recover=all)
  target_link_options(ow_options INTERFACE -fsanitize=${OW_SANITIZE})
endif()

add_library(ow_warnings INTERFACE)
target_compile_options(ow_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow=local -Wnon-virtual-dtor -Woverloaded-virtual
                                             -Wcast-align -Wimplicit-fallthrough -Werror=return-type -Werror=switch)

# ow_room(NAME SOURCES ... [KNOWS public rooms and libraries ...] [USES private libraries ...])
# A room of the house: one static library ow_NAME whose headers are reached as "NAME/header.h".
function(ow_room name)
  cmake_parse_arguments(ARG "" "" "SOURCES;KNOWS;USES" ${ARGN})
  add_library(ow_${name} STATIC ${ARG_SOURCES})
  target_include_directories(ow_${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/core>)
  target_link_libraries(ow_${name} PUBLIC ${ARG_KNOWS} PRIVATE ${ARG_USES} ow_options ow_warnings)
endfunction()

# ow_test(ROOM FILES test_a.cpp ... [SOURCES helper.cpp ...] [USES libraries ...])
# One Catch2 program per folder and one ctest entry per test file, so that ctest's summary names what failed.
function(ow_test room)
  cmake_parse_arguments(ARG "OWN_MAIN" "" "FILES;SOURCES;USES;ENVIRONMENT" ${ARGN})
  set(program onewindow_test_${room})
  add_executable(${program} ${ARG_FILES} ${ARG_SOURCES})
  set_target_properties(${program} PROPERTIES UNITY_BUILD OFF)
  target_include_directories(${program} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${program} PRIVATE ${ARG_USES} ow_options ow_warnings
                        $<IF:$<BOOL:${ARG_OWN_MAIN}>,Catch2::Catch2,Catch2::Catch2WithMain>)
  # Real data to test with lies beside the repository where it exists; the tests say so where it does not.
  target_compile_definitions(${program} PRIVATE OW_SHARED_DIR="${PROJECT_SOURCE_DIR}/../shared"
                                                OW_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  # Debian's Qt is not built for the thread sanitizer: what its own locks look like from outside is no finding of ours.
  if(OW_SANITIZE MATCHES "thread")
    list(APPEND ARG_ENVIRONMENT TSAN_OPTIONS=ignore_noninstrumented_modules=1)
  endif()
  foreach(file IN LISTS ARG_FILES)
    get_filename_component(stem ${file} NAME_WE)
    add_test(NAME ${room}.${stem} COMMAND ${program} --filenames-as-tags "[#${stem}]")
    # Catch2 ends with 4 when every test of a file skipped itself: ctest then says "skipped", neither passed nor failed.
    set_tests_properties(${room}.${stem} PROPERTIES LABELS ${room} ENVIRONMENT "${ARG_ENVIRONMENT}" SKIP_RETURN_CODE 4)
  endforeach()
endfunction()
