// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <iterator>

#include "desk/contacts.h"
#include "desk/drafts.h"
#include "desk/opening.h"
#include "simulation/power_cut_disk.h"
#include "testkit/hall.h"

using namespace ow;
using testkit::PowerCutDisk;

namespace {

// A clerk's window on a disk whose power may go at any moment.
class Window {
 public:
  Window() : m_clerk(m_hall.desk().clerk().id) {
    std::copy(m_hall.store().key().bytes().begin(), m_hall.store().key().bytes().end(), m_key.bytes().begin());
    m_hall.close();
    std::ifstream file(m_hall.storePath(), std::ios::binary);
    m_image[path()] = std::vector<std::uint8_t>(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }

  void load() { disk.load(m_image); }
  std::unique_ptr<desk::Desk> open() {
    store::StoreKey key;
    std::copy(m_key.bytes().begin(), m_key.bytes().end(), key.bytes().begin());
    auto store =
        store::Store::open(path(), std::move(key), {store::Access::readWrite, store::Durability::full, disk.vfsName()});
    REQUIRE(store);
    auto desk = desk::deskOver(std::move(store.value()), m_clerk, m_hall.ports());
    REQUIRE(desk);
    return std::move(desk.value());
  }
  static std::int64_t contacts(desk::Desk& desk) {
    return desk::storeOf(desk).read().value().connection().integer("SELECT count(*) FROM interaction").value();
  }

  PowerCutDisk disk;

 private:
  std::string path() const { return (m_folder / "cut.ow").string(); }

  testkit::Hall m_hall;
  testkit::TempFolder m_folder;
  domain::StaffId m_clerk;
  store::StoreKey m_key;
  PowerCutDisk::Image m_image;
};

}  // namespace

TEST_CASE("wherever the power goes while a form is registered, it is unfinished or registered, never both and never twice",
          "[simulation][draft]") {
  Window window;
  desk::NewContact contact;
  contact.subject = "asked how long it takes";
  bool wasCut = true;
  int registered = 0, unfinished = 0;
  for (int cut = 0; wasCut; ++cut) {
    INFO("the power goes before writing call " << cut);
    REQUIRE(cut < 200);
    base::SeededRandom dice(std::uint64_t(cut) + 1);
    window.load();
    domain::DraftId draft;
    bool isAcknowledged = false;
    {
      const auto desk = window.open();
      desk::Draft form;
      form.form = "contact";
      form.body = "{}";
      draft = desk::saveDraft(*desk, form).value();
      window.disk.cutAfter(cut);
      isAcknowledged = desk::registerContact(*desk, contact, draft).has_value();
      wasCut = window.disk.isCut();
      if (!wasCut) window.disk.cutAfter(0);
    }
    window.disk.restorePower(dice);
    const auto desk = window.open();
    const auto contacts = Window::contacts(*desk);
    const auto drafts = desk::drafts(*desk).value().size();
    REQUIRE(contacts + std::int64_t(drafts) == 1);
    if (isAcknowledged) REQUIRE(contacts == 1);
    ++(contacts == 1 ? registered : unfinished);
    REQUIRE(desk::registerContact(*desk, contact, draft));  // the clerk goes on with what they find
    REQUIRE(Window::contacts(*desk) == 1);
    REQUIRE(desk::drafts(*desk).value().empty());
  }
  CHECK(registered > 0);
  CHECK(unfinished > 0);
}
