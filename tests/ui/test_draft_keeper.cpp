// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>

#include <future>

#include "kit/draft_keeper.h"
#include "ui/form_desk.h"

using namespace ow;

namespace {

// A form without a screen, whose write lane the test can hold.
struct Writing : testkit::FormDesk {
  QString text;
  std::unique_ptr<ui::DraftKeeper> keeper = std::make_unique<ui::DraftKeeper>(
      *bridge, QStringLiteral("contact"), QString(), [this] { return QJsonObject{{QStringLiteral("subject"), text}}; },
      nullptr);

  void write(const QString& more) {
    text += more;
    keeper->touched();
  }
  // The write lane does nothing more until the answer is used.
  std::promise<void> hold() {
    std::promise<void> go;
    auto gone = std::make_shared<std::future<void>>(go.get_future());
    bridge->run(ui::Lane::write, bridge.get(), [gone](desk::Desk&) { return gone->wait(), true; }, [](bool) {});
    return go;
  }
  // The page and the window go; what the lane still has to do is done.
  void close() {
    keeper.reset();
    bridge.reset();
  }
  QString kept() {
    const auto found = drafts();
    REQUIRE(found.size() == 1);
    return QJsonDocument::fromJson(QByteArray::fromStdString(found.front().body)).object()[QLatin1String("subject")].toString();
  }
};

}  // namespace

TEST_CASE("what is typed while a save is under way is kept too when the page goes", "[ui][draft]") {
  Writing form;
  auto go = form.hold();
  form.write(QStringLiteral("half a sen"));
  form.keeper->flush();  // on its way, and waiting
  form.write(QStringLiteral("tence"));
  form.keeper->flush();
  go.set_value();
  form.close();
  CHECK(form.kept() == QLatin1String("half a sentence"));
}

TEST_CASE("a form that was registered leaves no draft, also with a save under way", "[ui][draft]") {
  Writing form;
  auto go = form.hold();
  form.write(QStringLiteral("done"));
  form.keeper->flush();
  form.write(QStringLiteral(" and dusted"));
  form.keeper->flush();
  form.keeper->discard();
  go.set_value();
  form.close();
  CHECK(form.drafts().empty());
}
