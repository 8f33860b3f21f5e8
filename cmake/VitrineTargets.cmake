# A library, a program or a test is one sentence; every flag lives here, in one INTERFACE target.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

find_program(VITRINE_CCACHE ccache)
if(VITRINE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Precompiled headers are cached only when their defines and times are not compared.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${VITRINE_CCACHE})
endif()

add_library(vitrine_flags INTERFACE)
target_compile_options(vitrine_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wformat=2 -Wimplicit-fallthrough
  -fstack-protector-strong -fpch-preprocess
  $<$<BOOL:${VITRINE_WERROR}>:-Werror>
  # At -O3 and under the sanitizers g++ 12 takes the inside of a std::variant or std::optional for uninitialised.
  $<$<AND:$<BOOL:${VITRINE_WERROR}>,$<CXX_COMPILER_ID:GNU>>:-Wno-error=maybe-uninitialized>
  $<$<BOOL:${VITRINE_SANITIZE}>:-fsanitize=address,undefined;-fno-sanitize-recover=undefined;-fno-omit-frame-pointer>
  $<$<BOOL:${VITRINE_FUZZ}>:-fsanitize=fuzzer-no-link,address,undefined;-fno-sanitize-recover=undefined;-fno-omit-frame-pointer>)
target_link_options(vitrine_flags INTERFACE
  -Wl,--as-needed
  $<$<OR:$<BOOL:${VITRINE_SANITIZE}>,$<BOOL:${VITRINE_FUZZ}>>:-fsanitize=address,undefined>)
target_compile_definitions(vitrine_flags INTERFACE
  QT_NO_FOREACH QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  VITRINE_VERSION="${PROJECT_VERSION}"
  $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2>)
target_include_directories(vitrine_flags INTERFACE ${CMAKE_SOURCE_DIR}/app)

# vitrine_library(NAME SOURCES file... [DEPENDS our-library...] [LIBS external-target...] [PRIVATE_LIBS external-target...] [PRECOMPILE header])
# makes the static library vitrine_NAME of the folder it is called in. Include its headers as "NAME/Header.h".
function(vitrine_library name)
  cmake_parse_arguments(ARG "" "PRECOMPILE" "SOURCES;DEPENDS;LIBS;PRIVATE_LIBS" ${ARGN})
  add_library(vitrine_${name} STATIC ${ARG_SOURCES})
  list(TRANSFORM ARG_DEPENDS PREPEND vitrine_)
  target_link_libraries(vitrine_${name} PUBLIC vitrine_flags ${ARG_DEPENDS} ${ARG_LIBS} PRIVATE ${ARG_PRIVATE_LIBS})
  set_target_properties(vitrine_${name} PROPERTIES AUTOMOC ON)
  vitrine_precompile(vitrine_${name} ${ARG_PRECOMPILE})
endfunction()

# vitrine_program(EXECUTABLE SOURCES file... [DEPENDS our-library...] [LIBS external-target...])
function(vitrine_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;LIBS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  list(TRANSFORM ARG_DEPENDS PREPEND vitrine_)
  target_link_libraries(${name} PRIVATE vitrine_flags ${ARG_DEPENDS} ${ARG_LIBS})
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
  vitrine_precompile(${name})
endfunction()

# vitrine_test(LIBRARY TestName.cpp... [DEPENDS our-library...] [LIBS external-target...] [LABELS label...] [TIMEOUT seconds])
# Each file is a test program of its own, run without a display. The label `core` puts a test into the sanitizer run;
# what judges other programs (Python in its sandbox, kills) goes without it.
function(vitrine_test library)
  cmake_parse_arguments(ARG "" "TIMEOUT" "DEPENDS;LIBS;LABELS" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  if(VITRINE_SANITIZE)
    math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 3")
  endif()
  list(TRANSFORM ARG_DEPENDS PREPEND vitrine_)
  foreach(source ${ARG_UNPARSED_ARGUMENTS})
    get_filename_component(name ${source} NAME_WE)
    set(target test_${library}_${name})
    add_executable(${target} ${source})
    target_link_libraries(${target} PRIVATE vitrine_flags vitrine_${library} vitrine_support ${ARG_DEPENDS} ${ARG_LIBS} Qt6::Test)
    target_compile_definitions(${target} PRIVATE
      VITRINE_FIXTURES="${CMAKE_SOURCE_DIR}/tests/fixtures" VITRINE_BIN="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    set_target_properties(${target} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    vitrine_precompile(${target})
    # A test includes its own moc, so the file that AUTOMOC adds is empty; reading the precompiled header would be all its cost.
    set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen/mocs_compilation.cpp PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
    if(VITRINE_SANITIZE AND NOT core IN_LIST ARG_LABELS)
      set_target_properties(${target} PROPERTIES EXCLUDE_FROM_ALL ON)
    endif()
    add_test(NAME ${library}.${name} COMMAND ${target})
    set_tests_properties(${library}.${name} PROPERTIES
      TIMEOUT ${ARG_TIMEOUT} LABELS "${library};${ARG_LABELS}"
      ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=qt.qpa.*=false;LC_ALL=C.UTF-8;TZ=UTC;OMP_THREAD_LIMIT=1")
  endforeach()
endfunction()

# Qt Core and the standard library are most of what each file reads: precompiled once, with the lowest library, for all targets.
function(vitrine_precompile target)
  if(ARGC GREATER 1)
    target_precompile_headers(${target} PRIVATE "$<$<COMPILE_LANGUAGE:CXX>:${ARGV1}>")
  elseif(target STREQUAL vitrine_base)
    target_precompile_headers(${target} PRIVATE "$<$<COMPILE_LANGUAGE:CXX>:${CMAKE_SOURCE_DIR}/cmake/Precompiled.h>")
  else()
    target_precompile_headers(${target} REUSE_FROM vitrine_base)
  endif()
endfunction()
