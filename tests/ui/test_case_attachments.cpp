// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QBuffer>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QUrl>

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <memory>

#include "cases/attachment_preview.h"
#include "cases/case_attachments.h"
#include "cases/case_page.h"
#include "desk/attachments.h"
#include "kit/bridge.h"
#include "kit/picture_pixels.h"
#include "kit/picture_reader.h"
#include "store/arriving.h"
#include "store/contents.h"
#include "sync/sync_words.h"
#include "testkit/a_paper.h"
#include "ui/recording_navigator.h"

using namespace ow;
using namespace ow::ui;
using Tone = Navigator::Tone;

namespace {

std::string encoded(int width, int height, const char* format) {
  QImage image(width, height, QImage::Format_RGB32);
  image.fill(Qt::darkGreen);
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  REQUIRE(image.save(&buffer, format));
  return bytes.toStdString();
}
std::string png(int width, int height) {
  return encoded(width, height, "PNG");
}

struct Stage {
  testkit::Hall hall;
  testkit::TempFolder folder;
  testkit::RecordingNavigator navigator;
  desk::OpenedCase opened = hall.openCase(hall.addService("居住证办理", {5, domain::LimitUnit::workingDay}));
  std::unique_ptr<Bridge> bridge;
  std::unique_ptr<CasePage> page;

  Stage() {
    PictureReader::setProgram(QStringLiteral(OW_PICTURE_PROGRAM));
    testkit::subscribe(hall);
    bridge = std::make_unique<Bridge>(hall.sharedDesk());
    page = std::make_unique<CasePage>(*bridge, navigator, opened.id);
    page->resize(1200, 900);
    page->show();
    page->activateWindow();
    REQUIRE(QTest::qWaitFor([this] { return files()->isVisible(); }));
  }
  ~Stage() { page.reset(); }

  CaseAttachments* files() const { return page->findChild<CaseAttachments*>(); }
  QListView* list() const { return page->findChild<QListView*>(QStringLiteral("caseAttachments")); }
  QPushButton* button(const char* name) const { return page->findChild<QPushButton*>(QLatin1String(name)); }
  QString file(const std::string& name, const std::string& content) {
    const auto path = folder / name;
    std::ofstream(path, std::ios::binary) << content;
    return QString::fromStdString(path.string());
  }
  QString told() const { return navigator.notices.empty() ? QString() : navigator.notices.back().first; }
  bool waitForNotices(std::size_t count) {
    return QTest::qWaitFor([this, count] { return navigator.notices.size() >= count; });
  }
  bool waitForRows(int rows) {
    return QTest::qWaitFor([this, rows] { return list()->model()->rowCount() == rows; });
  }
  void add(const std::string& name, const std::string& content) {
    const int before = list()->model()->rowCount();
    files()->addFiles({file(name, content)});
    REQUIRE(waitForRows(before + 1));
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(before, 0));
  }
  AttachmentPreview* preview() const { return page->findChild<AttachmentPreview*>(); }
  QString row(int n) const { return list()->model()->index(n, 0).data(Qt::AccessibleTextRole).toString(); }
};

}  // namespace

TEST_CASE("files that are added stand in the case with what there is to say of them", "[ui][attachment]") {
  Stage s;
  s.add("户口簿.txt", "一二三");
  REQUIRE(s.waitForNotices(1));
  CHECK(s.navigator.notices.back() == std::pair{QStringLiteral("“户口簿.txt” is in the case."), Tone::done});
  for (const char* part : {"户口簿.txt", "Other paper", "9 bytes", "王敏", "2 Mar 2026", "✓ Here"}) {
    INFO(part);
    CHECK(s.row(0).contains(QString::fromUtf8(part)));
  }
}

TEST_CASE("several files that are dropped on the case are added one after the other", "[ui][attachment]") {
  Stage s;
  QMimeData dropped;
  dropped.setUrls({QUrl::fromLocalFile(s.file("a.txt", "a")), QUrl::fromLocalFile(s.file("b.txt", "b")),
                   QUrl(QStringLiteral("https://example.org/c.txt"))});
  QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(s.files(), &enter);
  CHECK(enter.isAccepted());
  QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(s.files(), &drop);
  REQUIRE(s.waitForRows(2));
  CHECK(s.row(0).startsWith(QStringLiteral("a.txt")));
  CHECK(s.row(1).startsWith(QStringLiteral("b.txt")));
}

TEST_CASE("F7 asks for files, wherever on the case the hands are", "[ui][attachment][keys]") {
  Stage s;
  auto* note = s.page->findChild<QWidget*>(QStringLiteral("caseNote"));
  note->setFocus();
  QTest::keyClick(note, Qt::Key_F7);
  QFileDialog* dialog = nullptr;
  REQUIRE(QTest::qWaitFor([&] { return (dialog = s.page->findChild<QFileDialog*>()) != nullptr; }));
  CHECK(dialog->fileMode() == QFileDialog::ExistingFiles);
  emit dialog->filesSelected({s.file("a.txt", "a")});
  CHECK(s.waitForRows(1));
  dialog->close();
}

TEST_CASE("Enter shows a text as text, whatever it says", "[ui][attachment][keys]") {
  Stage s;
  s.add("page.html", "<h1>hello</h1><script>alert(1)</script>");
  QTest::keyClick(s.list(), Qt::Key_Return);
  REQUIRE(QTest::qWaitFor([&] { return s.preview() != nullptr; }));
  auto* text = s.preview()->findChild<QPlainTextEdit*>();
  CHECK(text->toPlainText() == QStringLiteral("<h1>hello</h1><script>alert(1)</script>"));
  CHECK(text->isReadOnly());
  QTest::keyClick(s.preview(), Qt::Key_Escape);
  CHECK(QTest::qWaitFor([&] { return s.preview() == nullptr; }));
}

TEST_CASE("Enter shows a picture that another program has decoded", "[ui][attachment][keys]") {
  Stage s;
  s.add("photo.png", png(320, 200));
  QTest::keyClick(s.list(), Qt::Key_Return);
  REQUIRE(QTest::qWaitFor([&] {
    const auto* picture =
        s.preview() != nullptr ? s.preview()->findChild<QLabel*>(QStringLiteral("attachmentPreviewPicture")) : nullptr;
    return picture != nullptr && picture->pixmap().size() == QSize(320, 200);
  }));
}

TEST_CASE("what is neither picture nor text is only saved", "[ui][attachment]") {
  Stage s;
  s.add("letter.pdf", "%PDF-1.7 whatever");
  CHECK_FALSE(s.button("caseAttachmentOpen")->isEnabled());
  CHECK(s.button("caseAttachmentOpen")->toolTip().contains(QStringLiteral("Save a copy")));
  QTest::keyClick(s.list(), Qt::Key_Return);
  CHECK(s.preview() == nullptr);
  CHECK(s.told().contains(QStringLiteral("Save a copy")));
}

TEST_CASE("S saves a copy under the clean name of the file", "[ui][attachment][keys]") {
  Stage s;
  s.add("a\u202Eb.pdf", "%PDF-1.7 whatever");
  QTest::keyClick(s.list(), Qt::Key_S);
  QFileDialog* dialog = nullptr;
  REQUIRE(QTest::qWaitFor([&] { return (dialog = s.page->findChild<QFileDialog*>()) != nullptr; }));
  CHECK(dialog->selectedFiles().front().endsWith(QStringLiteral("a⟨U+202E⟩b.pdf")));
  const QString to = QString::fromStdString((s.folder / "copy.pdf").string());
  emit dialog->fileSelected(to);
  dialog->close();
  REQUIRE(QTest::qWaitFor([&] { return std::filesystem::exists(s.folder / "copy.pdf"); }));
  CHECK((std::filesystem::status(s.folder / "copy.pdf").permissions() & std::filesystem::perms::mask) ==
        (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  REQUIRE(QTest::qWaitFor([&] { return s.told() == QStringLiteral("A copy is saved as “copy.pdf”."); }));
}

TEST_CASE("Delete asks once and removes the second time", "[ui][attachment][keys]") {
  Stage s;
  s.add("a.txt", "a");
  QTest::keyClick(s.list(), Qt::Key_Delete);
  CHECK(s.told().contains(QStringLiteral("Once more")));
  CHECK(s.list()->model()->rowCount() == 1);
  QTest::keyClick(s.list(), Qt::Key_Delete);
  CHECK(s.waitForRows(0));
  CHECK(s.page->findChild<QLabel*>(QStringLiteral("caseAttachmentsEmpty"))->isVisible());
}

TEST_CASE("a file that cannot be added says why", "[ui][attachment]") {
  Stage s;
  s.files()->addFiles({s.file("empty.txt", ""), QString::fromStdString(s.folder.path().string()),
                       QString::fromStdString((s.folder / "gone.txt").string())});
  REQUIRE(s.waitForNotices(3));
  CHECK(s.navigator.notices[0].first.contains(QStringLiteral("nothing in “empty.txt”")));
  CHECK(s.navigator.notices[1].first.contains(QStringLiteral("no file that can be added")));
  CHECK(s.navigator.notices[2].first.contains(QStringLiteral("not there any more")));
  for (const auto& notice : s.navigator.notices) CHECK(notice.second == Tone::failed);
  s.add("a.txt", "same");
  s.files()->addFiles({s.file("b.txt", "same")});
  REQUIRE(QTest::qWaitFor([&] { return s.told().contains(QStringLiteral("has what is in “b.txt” already")); }));
}

TEST_CASE("Enter fetches what is not here, and it opens when it came", "[ui][attachment][keys]") {
  Stage s;
  const std::string content = "a text from another desk";
  auto paper = testkit::aPaper({testkit::aUuid(70)}, s.opened.id, content, 10);
  paper.name = "from afar.txt";
  paper.mediaType = "text/plain";
  testkit::arrive(s.hall, testkit::kHall, {testkit::rowOf(paper, 1)});
  REQUIRE(s.waitForRows(1));
  CHECK(s.row(0).contains(QStringLiteral("At the centre")));
  s.list()->setFocus();
  s.list()->setCurrentIndex(s.list()->model()->index(0, 0));
  CHECK(s.button("caseAttachmentOpen")->text().contains(QStringLiteral("Fetch")));
  CHECK_FALSE(s.button("caseAttachmentSave")->isEnabled());
  QTest::keyClick(s.list(), Qt::Key_Return);
  REQUIRE(QTest::qWaitFor([&] { return s.row(0).contains(QStringLiteral("Being fetched, 0 of 3")); }));
  const auto chunks = testkit::cutUp(content, 10);
  for (std::size_t place = 0; place < chunks.size(); ++place) {
    auto write = s.hall.store().write().value();
    REQUIRE(store::takeChunk(write, paper, place, chunks[place]));
    REQUIRE(write.commit());
  }
  REQUIRE(QTest::qWaitFor([&] { return s.preview() != nullptr; }));
  CHECK(s.preview()->findChild<QPlainTextEdit*>()->toPlainText() == QString::fromStdString(content));
}

TEST_CASE("the sync says that files follow, how many, and which could not go on", "[ui][attachment][sync]") {
  desk::SyncView view;
  view.phase = desk::SyncView::Phase::idle;
  view.freshAsOf = testkit::at("2026-03-02T09:00:00+08:00");
  testkit::Hall hall;
  const auto& zone = hall.desk().zone();
  CHECK(words::syncSign(view).contains(QStringLiteral("At the centre")));
  view.filesToSend = 2;
  view.chunksToSend = 1234;
  view.filesToFetch = 1;
  view.chunksToFetch = 7;
  view.filesTroubled = 1;
  CHECK(words::syncSign(view).contains(QStringLiteral("Files follow")));
  CHECK(words::ofSync(view, hall.clock.now(), zone).contains(QStringLiteral("files follows")));
  const QString lines = words::ofScopes(view);
  CHECK(lines.contains(QStringLiteral("to be sent, after everything else: 2 · pieces left: 1,234")));
  CHECK(lines.contains(QStringLiteral("being fetched: 1 · pieces left: 7")));
  CHECK(lines.contains(QStringLiteral("tried again by themselves: 1")));
  // A change that waits is told before a file that does.
  view.waiting = 3;
  CHECK(words::syncSign(view).contains(QStringLiteral("3 waiting")));
}

// --- the program that decodes
// ---------------------------------------------------------------------------------------------------

namespace {

QImage read(const std::string& bytes, int side = 1600) {
  PictureReader::setProgram(QStringLiteral(OW_PICTURE_PROGRAM));
  PictureReader reader(nullptr);
  std::optional<QImage> image;
  QObject::connect(&reader, &PictureReader::done, &reader, [&image](const QImage& done) { image = done; });
  reader.read(bytes, side);
  REQUIRE(QTest::qWaitFor([&image] { return image.has_value(); }, 20000));
  return *image;
}

}  // namespace

TEST_CASE("a large picture comes back as small as was asked", "[ui][attachment][picture]") {
  CHECK(read(png(40, 30)).size() == QSize(40, 30));
  CHECK(read(png(40, 30)).pixelColor(3, 3) == QColor(Qt::darkGreen));
  CHECK(read(png(3000, 1500), 1000).size() == QSize(1000, 500));
  CHECK(read(encoded(3000, 1500, "JPEG"), 1000).size() == QSize(1000, 500));
}

TEST_CASE("what is no picture, or too large a one, comes back as nothing", "[ui][attachment][picture]") {
  CHECK(read("").isNull());
  CHECK(read("no picture at all").isNull());
  CHECK(read("<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>").isNull());
  CHECK(read("GIF89a\x01").isNull());
  // A few bytes that say 65,535 × 65,535: sixteen gigabytes of pixels.
  std::string bomb = png(8, 8);
  for (const int at : {18, 19, 22, 23}) bomb[std::size_t(at)] = char(0xff);
  CHECK(read(bomb).isNull());
  const std::string whole = png(200, 200);
  for (int tenth = 1; tenth <= 9; ++tenth) {
    const QImage cut = read(whole.substr(0, whole.size() * std::size_t(tenth) / 10));
    CHECK((cut.isNull() || cut.size() == QSize(200, 200)));
  }
}

TEST_CASE("a picture program that is not there, or says something else, shows nothing", "[ui][attachment][picture]") {
  for (const char* program : {"/nowhere/onewindow-picture", "/bin/cat", "/bin/false"}) {
    PictureReader reader(nullptr);
    PictureReader::setProgram(QLatin1String(program));
    std::optional<QImage> image;
    QObject::connect(&reader, &PictureReader::done, &reader, [&image](const QImage& done) { image = done; });
    reader.read(png(8, 8), 100);
    REQUIRE(QTest::qWaitFor([&image] { return image.has_value(); }, 20000));
    CHECK(image->isNull());
  }
}

TEST_CASE("pixels are read to the byte or not at all", "[ui][attachment][picture]") {
  QImage image(3, 2, QImage::Format_RGBA8888);
  image.fill(QColor(1, 2, 3, 4));
  const QByteArray pixels = pixelsOf(image);
  CHECK(imageOf(pixels) == image);
  CHECK(imageOf(pixels + 'x').isNull());
  CHECK(imageOf(pixels.chopped(1)).isNull());
  for (qsizetype at = 0; at < 12; ++at) {
    QByteArray odd = pixels;
    odd[at] = char(odd[at] ^ 0x7f);
    CHECK(imageOf(odd).isNull());
  }
}
