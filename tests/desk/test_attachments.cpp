// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>

#include <fstream>

#include "desk/attachment_settings.h"
#include "desk/attachments.h"
#include "store/maintenance.h"
#include "testkit/a_paper.h"
#include "testkit/hall.h"

using namespace ow;
using base::ErrorKind;
using desk::AttachmentState;
using domain::AttachmentId;
using testkit::Hall;
using testkit::someBytes;

namespace {

struct Papers {
  Papers() { caseId = hall.openCase(hall.addService("居住证办理", {5, domain::LimitUnit::workingDay})).id; }

  std::filesystem::path file(const std::string& name, const std::string& content) {
    const auto path = folder / name;
    std::ofstream(path, std::ios::binary) << content;
    return path;
  }
  base::Result<AttachmentId> add(const std::filesystem::path& path) {
    return desk::addAttachment(hall.desk(), {caseId, path, domain::DocumentKind::proof});
  }
  std::vector<desk::AttachmentItem> items() { return desk::attachmentsOf(hall.desk(), caseId).value(); }
  std::int64_t number(const char* sql) { return hall.store().read().value().connection().integer(sql).value(); }
  // Nothing is left of what was begun.
  bool isUntouched() {
    return number("SELECT count(*) FROM chunk") == 0 && number("SELECT count(*) FROM attachment_content") == 0 &&
           number("SELECT count(*) FROM attachment") == 0;
  }

  Hall hall;
  testkit::TempFolder folder;
  domain::CaseId caseId;
};

mode_t modeOf(const std::filesystem::path& path) {
  struct stat status{};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777;
}

std::string contentOf(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a file that was added is in the case, and a copy of it is the same to the byte", "[desk][attachment]") {
  Papers p;
  const std::string content = "\x89PNG\r\n\x1a\n" + someBytes(700'000, 4);
  const auto id = p.add(p.file("户口簿.jpg", content));
  REQUIRE(id);
  const auto items = p.items();
  REQUIRE(items.size() == 1);
  CHECK(items.front().name == "户口簿.jpg");
  CHECK(items.front().mediaType == "image/png");  // by its content, not by its name
  CHECK(items.front().size == std::int64_t(content.size()));
  CHECK(items.front().addedBy == "王敏");
  CHECK(items.front().document == domain::DocumentKind::proof);
  CHECK(items.front().state == AttachmentState::here);
  CHECK(items.front().chunks == 3);
  CHECK(items.front().canBeShown);
  CHECK(desk::readAttachment(p.hall.desk(), id.value(), 1 << 20).value() == content);
  REQUIRE(desk::saveAttachment(p.hall.desk(), id.value(), p.folder / "copy.jpg", desk::SavedCopy::isNew));
  CHECK(contentOf(p.folder / "copy.jpg") == content);
  CHECK(store::checkStore(p.hall.store()).value().empty());
  p.hall.restart();
  CHECK(p.items().size() == 1);
}

TEST_CASE("reading or saving somebody's paper is a look at them, and is written down first", "[desk][attachment][look]") {
  Papers p;
  const auto applicant = p.hall.addPerson("王小明");
  p.caseId = p.hall.openCase(p.hall.addService("社保卡补领", {5, domain::LimitUnit::workingDay}, "S2"), applicant).id;
  const auto id = p.add(p.file("身份证.png", "\x89PNG\r\n\x1a\n" + someBytes(300, 4))).value();
  const auto looks = [&] {
    return p.number("SELECT count(*) FROM access_log WHERE act = 'reveal' AND field = 'attachment' AND purpose = 'case_work'");
  };
  CHECK(looks() == 0);
  REQUIRE(desk::readAttachment(p.hall.desk(), id, 1 << 20));
  CHECK(looks() == 1);
  REQUIRE(desk::saveAttachment(p.hall.desk(), id, p.folder / "copy.png", desk::SavedCopy::isNew));
  CHECK(looks() == 2);
}

TEST_CASE("a copy can be read by its owner and run by nobody", "[desk][attachment]") {
  Papers p;
  ::umask(0);
  const auto script = p.file("run.sh", "#!/bin/sh\necho gotcha\n");
  ::chmod(script.c_str(), 0755);
  const auto id = p.add(script).value();
  REQUIRE(desk::saveAttachment(p.hall.desk(), id, p.folder / "out.sh", desk::SavedCopy::isNew));
  CHECK(modeOf(p.folder / "out.sh") == 0600);
  // A file that is there stays as it is unless somebody said that it may go.
  const auto again = desk::saveAttachment(p.hall.desk(), id, p.folder / "out.sh", desk::SavedCopy::isNew);
  REQUIRE_FALSE(again);
  CHECK(again.error().kind == ErrorKind::duplicate);
  CHECK(desk::saveAttachment(p.hall.desk(), id, p.folder / "out.sh", desk::SavedCopy::replaces));
  ::umask(0077);
}

TEST_CASE("an empty file is not added", "[desk][attachment]") {
  Papers p;
  const auto added = p.add(p.file("empty.pdf", ""));
  REQUIRE_FALSE(added);
  CHECK(added.error().fact("rule") == "empty");
  CHECK(p.isUntouched());
}

TEST_CASE("two gigabytes and a byte are refused before anything is read", "[desk][attachment]") {
  Papers p;
  const auto path = p.file("huge.bin", "");
  std::filesystem::resize_file(path, 2ull * 1024 * 1024 * 1024 + 1);  // a hole: no room is needed
  int asked = 0;
  const auto added = desk::addAttachment(p.hall.desk(), {p.caseId, path, {}}, [&asked](double) { return ++asked, true; });
  REQUIRE_FALSE(added);
  CHECK(added.error().kind == ErrorKind::tooLarge);
  CHECK(added.error().fact("limit") == std::to_string(50 * 1024 * 1024));
  CHECK(added.error().fact("unit") == "bytes");
  CHECK(asked == 0);
  CHECK(p.isUntouched());
}

TEST_CASE("the site says how large a file may be, and never more than a row can name", "[desk][attachment]") {
  Papers p;
  auto settings = desk::attachmentSettings(p.hall.store()).value();
  settings.largest = 1000;
  REQUIRE(desk::putAttachmentSettings(p.hall.store(), settings));
  CHECK(p.add(p.file("a.bin", someBytes(1000, 1))));
  CHECK_FALSE(p.add(p.file("b.bin", someBytes(1001, 2))));
  settings.largest = std::numeric_limits<std::int64_t>::max() / 100;
  REQUIRE(desk::putAttachmentSettings(p.hall.store(), settings));
  CHECK(desk::attachmentSettings(p.hall.store()).value().largest == domain::kLargestAttachment);
  settings.quota = 0;
  CHECK_FALSE(desk::putAttachmentSettings(p.hall.store(), settings));
  settings.quota = 10;
  settings.budget = -1;
  CHECK_FALSE(desk::putAttachmentSettings(p.hall.store(), settings));
}

TEST_CASE("what only this desk has is never thrown away to make room", "[desk][attachment]") {
  Papers p;
  auto settings = desk::attachmentSettings(p.hall.store()).value();
  settings.quota = 1500;
  REQUIRE(desk::putAttachmentSettings(p.hall.store(), settings));
  REQUIRE(p.add(p.file("a.bin", someBytes(1000, 1))));
  const auto second = p.add(p.file("b.bin", someBytes(1000, 2)));
  REQUIRE_FALSE(second);
  CHECK(second.error().kind == ErrorKind::tooLarge);
  CHECK(p.items().size() == 1);
  CHECK(p.items().front().state == AttachmentState::here);
}

TEST_CASE("a file that is cut short while it is read leaves nothing", "[desk][attachment]") {
  for (int tenth = 1; tenth <= 9; ++tenth) {
    Papers p;
    const std::string content = someBytes(5'000'000, 3);
    const auto path = p.file("scan.tif", content);
    bool isCut = false;
    const auto added = desk::addAttachment(p.hall.desk(), {p.caseId, path, {}}, [&](double) {
      if (!std::exchange(isCut, true)) std::filesystem::resize_file(path, content.size() * std::size_t(tenth) / 10);
      return true;
    });
    REQUIRE_FALSE(added);
    CHECK(added.error().fact("changed") == "yes");
    CHECK(p.isUntouched());
  }
}

TEST_CASE("a reading that somebody stops leaves nothing", "[desk][attachment]") {
  Papers p;
  const auto path = p.file("scan.tif", someBytes(5'000'000, 3));
  const auto added = desk::addAttachment(p.hall.desk(), {p.caseId, path, {}}, [](double part) { return part < 0.5; });
  REQUIRE_FALSE(added);
  CHECK(added.error().kind == ErrorKind::cancelled);
  CHECK(p.isUntouched());
}

TEST_CASE("the same content twice in a case is one attachment", "[desk][attachment]") {
  Papers p;
  const auto first = p.add(p.file("a.pdf", "%PDF-1.7 same"));
  const auto second = p.add(p.file("b.pdf", "%PDF-1.7 same"));
  REQUIRE_FALSE(second);
  CHECK(second.error().kind == ErrorKind::duplicate);
  CHECK(second.error().fact("entity") == "attachment");
  CHECK(second.error().fact("id") == first.value().text());
  CHECK(p.items().size() == 1);
  CHECK(store::checkStore(p.hall.store()).value().empty());
}

TEST_CASE("only files are added", "[desk][attachment]") {
  Papers p;
  std::filesystem::create_directory(p.folder / "x.pdf");
  CHECK(p.add(p.folder / "x.pdf").error().fact("format") == "directory");
  REQUIRE(::mkfifo((p.folder / "pipe").c_str(), 0600) == 0);
  CHECK(p.add(p.folder / "pipe").error().fact("format") == "fifo");
  CHECK(p.add("/dev/zero").error().fact("format") == "device");
  CHECK(p.add(p.folder / "nowhere").error().kind == ErrorKind::notFound);
  const desk::NewAttachment nowhere{{testkit::aUuid(4)}, p.file("a.txt", "text"), {}};
  CHECK(desk::addAttachment(p.hall.desk(), nowhere).error().fact("entity") == "case");
  CHECK(p.isUntouched());
}

TEST_CASE("a cruel name is a harmless one in the case", "[desk][attachment]") {
  Papers p;
  REQUIRE(p.add(p.file("..\\..\\photo_\u202Egnp.exe", std::string("MZ\x90\0\3", 5))));
  CHECK(p.items().front().name == "_.._photo_⟨U+202E⟩gnp.exe");
  CHECK_FALSE(p.items().front().canBeShown);
}

TEST_CASE("who added a file, or a supervisor, removes it, and its content with it", "[desk][attachment]") {
  Papers p;
  const auto id = p.add(p.file("a.txt", "text")).value();
  CHECK(p.items().front().mayRemove);
  {
    auto write = p.hall.store().write().value();
    REQUIRE(write.connection().execute("UPDATE attachment SET added_by = NULL"));
    REQUIRE(write.commit());
  }
  CHECK_FALSE(p.items().front().mayRemove);
  CHECK(desk::removeAttachment(p.hall.desk(), id).error().fact("rule") == "not_yours");
  {
    auto write = p.hall.store().write().value();
    REQUIRE(write.connection().execute("UPDATE attachment SET added_by = (SELECT id FROM staff)"));
    REQUIRE(write.commit());
  }
  REQUIRE(desk::removeAttachment(p.hall.desk(), id));
  CHECK(p.isUntouched());
  CHECK(p.items().empty());
  CHECK(desk::readAttachment(p.hall.desk(), id, 100).error().kind == ErrorKind::notFound);
}

TEST_CASE("no content of a file stands in plain on the disk", "[desk][attachment]") {
  Papers p;
  REQUIRE(p.add(p.file("a.txt", "a very secret sentence that nobody must find")));
  p.hall.close();
  for (const auto& entry : std::filesystem::directory_iterator(p.hall.storePath().parent_path()))
    CHECK(contentOf(entry.path()).find("secret sentence") == std::string::npos);
}
