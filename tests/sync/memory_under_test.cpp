// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/centre_contract.h"
#include "sync/memory_centre.h"
#include "sync/memory_register.h"

namespace ow::testkit {

namespace {

class MemoryUnderTest final : public CentreUnderTest {
 public:
  sync::ScopeId addHall(const std::string& code) override { return m_centre.addHall(code, "政务服务中心 " + code); }
  sync::ScopeId addScope(const std::string& kind, const std::string& code) override {
    return kind == "district" ? m_centre.addDistrict(code, code) : m_centre.addDepartment(code, code);
  }
  void addRoute(sync::ScopeId hall, sync::ScopeId scope, const std::optional<std::string>& department) override {
    m_centre.addRoute(hall, scope, department);
  }
  void addFiguresRoute(sync::ScopeId hall, sync::ScopeId scope) override { m_centre.addRoute(hall, scope, {}, true); }
  void setAuthority(sync::ScopeId hall, const std::optional<std::string>& department, const std::string& word) override {
    m_centre.setAuthority(hall, department, word);
  }
  std::string addDesk(const std::vector<sync::ScopeId>& scopes) override { return m_centre.addDesk(scopes); }
  void revokeDesk(const std::string& desk) override { m_centre.revokeDesk(desk); }
  void endSessions() override { m_centre.endSessions(); }
  void addStaff(const domain::Staff& staff) override { m_centre.addStaff(staff); }
  void addOnlooker(const domain::Staff& staff) override {
    m_centre.addStaff(staff);
    m_centre.limitStaff(staff.id, {});
  }
  void disableStaff(const domain::Staff& staff) override { m_centre.disableStaff(staff.id); }
  void askForProof() override { m_centre.askForProof(); }
  void prove(const std::string& desk, const domain::Staff& staff) override { m_centre.prove(desk, staff.id); }
  std::unique_ptr<sync::Centre> open(const std::string& desk) override { return m_centre.line(desk); }

  std::unique_ptr<sync::CentralRegister> openRegister(const std::string& desk) override { return m_centre.registerOf(desk); }
  void setLimits(const sync::SearchLimits& limits) override { m_centre.setLimits(limits); }
  void tamperWithLook(sync::ScopeId hall, std::int64_t n) override { m_centre.tamperWithLook(hall, n); }

  std::int64_t chunksKept() override {
    m_centre.sweepChunks();
    return std::int64_t(m_centre.chunkCount());
  }
  void failover(std::size_t lostPushes) override { m_centre.failover(lostPushes); }
  void backUp() override { m_backup = m_centre.snapshot(); }
  void putBack() override { m_centre.restore(m_backup, sync::MemoryCentre::Identity::kept); }
  void turnTheClock(std::chrono::seconds by) override { m_clock.advance(by); }

 private:
  base::ManualClock m_clock{base::fromMillis(1772415000000)};
  base::SeededRandom m_dice{20260302};
  sync::MemoryCentre m_centre{m_clock, m_dice};
  sync::MemoryCentre::Snapshot m_backup;
};

}  // namespace

std::vector<AdapterFactory> adaptersUnderTest() {
  return {{"memory", [] { return std::make_unique<MemoryUnderTest>(); }}};
}

}  // namespace ow::testkit
