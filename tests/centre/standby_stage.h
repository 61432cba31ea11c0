// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "centre/postgres_centre.h"
#include "centre/postgres_server.h"
#include "centre/sealed.h"
#include "sync/contract_stage.h"

namespace ow::test {

// Until it holds; throws when it does not come to that.
void await(const std::function<bool()>& condition);

// A machine that is busy with something else is no fault of a standby. Without `again` one that failed is not tried any more.
centre::Deadlines patient(std::chrono::milliseconds again = std::chrono::hours(24));

// A hall at a centre with a standby, and two desks in it: one that writes, and one that reads from a standby where it may.
class StandbyStage {
 public:
  explicit StandbyStage(PostgresServer& server);
  ~StandbyStage();  // replays again
  StandbyStage(const StandbyStage&) = delete;
  StandbyStage& operator=(const StandbyStage&) = delete;

  // The reading desk, as it was enrolled: at the primary and at a standby, the server's own or one that is reached elsewhere.
  centre::DeskAccount reader(const std::string& standby = {}, const std::string& attributes = "prefer-standby") const;
  sync::Centre& writer() { return *m_writer; }

  // By the writing desk. The n-th person is n's.
  void registerPeople(std::uint64_t first, std::uint64_t last);
  void tell(const domain::WrittenOperation& operation);
  sync::ScopeHead head();
  std::int32_t epoch() const { return m_epoch; }
  sync::ScopeId hall() const { return m_hall; }

  // The standby.
  void catchUp();  // has all that the primary has now
  void pauseReplay();
  void resumeReplay();

  // Whether that was the last thing that the reading desk asked there.
  bool hasAskedPrimary(const std::string& what) const { return hasAsked(primary(), what); }
  bool hasAskedStandby(const std::string& what) const { return hasAsked(standby(), what); }
  bool isAtStandby() const { return hasAsked(standby(), ""); }  // a connection of it is there
  centre::Address primary() const { return m_server.superuser(m_database); }
  centre::Address standby() const { return m_server.superuserOfStandby(m_database); }
  PostgresServer& server() { return m_server; }

 private:
  struct Desk {
    std::string role, password, secret;
    base::Uuid id;
  };
  Desk enrol(const std::string& hall, const std::string& code, const std::string& dsn);
  centre::DeskAccount account(const Desk& desk, const std::string& dsn) const;
  bool hasAsked(const centre::Address& where, const std::string& what) const;

  PostgresServer& m_server;
  base::SystemClock m_clock;
  base::SeededRandom m_random{6};
  centre::SiteKey m_key = centre::SiteKey::make(m_random);
  std::string m_database;
  Desk m_readingDesk, m_writingDesk;
  std::unique_ptr<centre::PostgresCentre> m_writer;
  sync::ScopeId m_hall;
  std::int32_t m_epoch = 0;
};

// The reading desk at work: asks the primary how things stand before each page, as every desk does.
class ReadingDesk {
 public:
  // Says hello.
  explicit ReadingDesk(StandbyStage& stage, const centre::DeskAccount& account, centre::Deadlines deadlines = patient());
  centre::PostgresCentre& line() { return m_line; }

  // A page of what is new. False: there is nothing.
  bool pullSome(std::size_t limit);
  void pullAll(std::size_t limit);
  // From the beginning: the pages of a first filling, and what came meanwhile. Something may happen before each page.
  void fillAll(std::size_t limit, const std::function<void()>& before = {});
  // Whether it holds what the centre holds.
  bool isWhole() { return replica.digest() == m_stage.head().digest; }
  bool has(std::uint64_t person) const { return replica.rows.contains({"party", testkit::anId(person)}); }

  testkit::Replica replica;
  std::vector<sync::PulledRow> rows;           // as they came
  int pagesOfStandby = 0, pagesOfPrimary = 0;  // by who answered

 private:
  sync::ScopeHead head();
  void count(const std::string& what);
  sync::RowSink sink();
  StandbyStage& m_stage;
  centre::PostgresCentre m_line;
};

}  // namespace ow::test
