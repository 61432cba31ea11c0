// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "base/text_rules.h"
#include "domain/file_name.h"

using ow::domain::cleanFileName;

TEST_CASE("an honest name stays as it is", "[domain][attachment]") {
  for (const char* name : {"户口簿.jpg", "Lease contract (2026).pdf", "O'Brien.png", "𠮷野家 申请表.docx", "a",
                           "买买提·吐尔逊.txt", "no ending", "archive.tar.gz", "console.log", "communication.txt"})
    CHECK(cleanFileName(name) == name);
}

TEST_CASE("no name leads out of a folder", "[domain][attachment]") {
  CHECK(cleanFileName("..\\..\\x") == "_.._x");
  CHECK(cleanFileName("../../etc/passwd") == "_.._etc_passwd");
  CHECK(cleanFileName("/etc/passwd") == "_etc_passwd");
  CHECK(cleanFileName("C:\\autoexec.bat") == "C__autoexec.bat");
  CHECK(cleanFileName("..") == "_");
  CHECK(cleanFileName(".") == "_");
  CHECK(cleanFileName("") == "_");
  CHECK(cleanFileName(std::string_view("a\0b.png", 7)).find('\0') == std::string::npos);
}

TEST_CASE("no name is one that a system takes for a device, or hides", "[domain][attachment]") {
  CHECK(cleanFileName("CON") == "_CON");
  CHECK(cleanFileName("con.txt") == "_con.txt");
  CHECK(cleanFileName("NUL .tar.gz") == "_NUL .tar.gz");
  CHECK(cleanFileName("Com1.pdf") == "_Com1.pdf");
  CHECK(cleanFileName("LPT9") == "_LPT9");
  CHECK(cleanFileName("COM¹.txt") == "_COM¹.txt");
  CHECK(cleanFileName(".bashrc") == "bashrc");
  CHECK(cleanFileName("report.pdf. . ") == "report.pdf");
  CHECK(cleanFileName("  report.pdf ") == "report.pdf");
}

TEST_CASE("a name shows what it hides", "[domain][attachment]") {
  // Right-to-left override: a screen would show "photo_exe.png" and a system run "photo_gnp.exe".
  CHECK(cleanFileName("photo_\u202Egnp.exe") == "photo_⟨U+202E⟩gnp.exe");
  CHECK(cleanFileName("a\u200Bb.png") == "a⟨U+200B⟩b.png");
  CHECK(cleanFileName("two\nlines.png").find('\n') == std::string::npos);
  CHECK(cleanFileName("bell\a.png").find('\a') == std::string::npos);
  CHECK(cleanFileName("broken\xff\xfe.png") == "broken\uFFFD\uFFFD.png");
}

TEST_CASE("a name of composed and of decomposed letters is the same name", "[domain][attachment]") {
  CHECK(cleanFileName("re\u0301sume\u0301.pdf") == "r\u00E9sum\u00E9.pdf");
}

TEST_CASE("a long name is cut between two characters and keeps its ending", "[domain][attachment]") {
  std::string name;
  for (int i = 0; i < 64; ++i) name += "𠮷";  // 256 bytes of four each
  const std::string cut = cleanFileName(name + ".pdf");
  CHECK(cut.size() <= 200);
  CHECK(cut.ends_with("𠮷.pdf"));
  CHECK(ow::base::repairedText(cut, ow::base::Lines::single).replaced == 0);
  // What only looks like an ending is none.
  CHECK(cleanFileName("x." + std::string(300, 'y')).size() == 200);
}

TEST_CASE("to clean a name twice changes nothing", "[domain][attachment]") {
  for (const char* name : {"..\\..\\x", "CON", "photo_\u202Egnp.exe", " . a . ", "re\u0301sume\u0301.pdf", "a\tb\nc"})
    CHECK(cleanFileName(cleanFileName(name)) == cleanFileName(name));
}
