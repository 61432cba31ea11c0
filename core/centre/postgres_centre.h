// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>

#include "base/redacted.h"
#include "centre/address.h"
#include "centre/deadlines.h"
#include "sync/centre.h"
#include "sync/chunk_store.h"

namespace ow::centre {

class Connection;
class StandbyReader;

// What a desk knows of the centre after it enrolled.
struct DeskAccount {
  Address address;  // with the login of its hall's role
  base::Uuid desk;
  base::Redacted<std::string> secret;  // 64 hexadecimal digits
  // Who works at the desk, by the login of their own; nobody on the command line.
  struct Clerk {
    std::string login;
    base::Redacted<std::string> password;  // see clerkSecrets()
  };
  std::optional<Clerk> clerk = {};
  std::string sealedStoreKey = {};  // handed in when the centre has none of this desk; hexadecimal
};

// The centre in PostgreSQL 15 and newer, by the functions of core/centre/sql. It connects when it has to, to the host that
// takes writes, and again after every fault, then to the host where the fault was last of all: a primary that is cut off from
// its standbys says that it may write, and acknowledges nothing. Where the address says so, pull() and fill() are answered by a
// standby as far as it can (standby_reader.h); nothing else is. One thread.
class PostgresCentre final : public sync::Centre, public sync::ChunkStore {
 public:
  static constexpr int kClient = 2;        // version of what this program says
  static constexpr int kOldestSchema = 1;  // of the centre
  static constexpr int kNewestSchema = 10;

  explicit PostgresCentre(DeskAccount account, Deadlines deadlines = {});
  ~PostgresCentre() override;

  base::Result<sync::Hello> hello() override;
  base::Result<sync::Heads> heads(std::span<const sync::Cursor> cursors, const base::Uuid& anchor) override;
  base::Result<bool> isStill(std::span<const sync::ScopeHead> known) override;
  base::Result<void> disagree(std::span<const base::Uuid> anchors) override;
  base::Result<sync::PushAnswer> push(std::int32_t epoch, std::span<const domain::WrittenOperation> batch) override;
  base::Result<sync::PullAnswer> pull(std::span<const sync::Cursor> cursors, std::size_t limit,
                                      const sync::RowSink& sink) override;
  base::Result<sync::FillAnswer> fill(sync::ScopeId scope, const std::string& from, std::size_t limit,
                                      const sync::RowSink& sink) override;
  base::Result<void> fetch(std::span<const sync::EntityKey> keys, const sync::RowSink& sink) override;
  base::Result<std::vector<sync::Bucket>> buckets(sync::ScopeId scope) override;
  base::Result<std::vector<sync::ListedRow>> listBucket(sync::ScopeId scope, int bucket) override;
  sync::ChunkStore* chunks() override { return this; }
  base::Result<std::vector<std::size_t>> missingChunks(domain::AttachmentId attachment) override;
  base::Result<void> putChunk(domain::AttachmentId attachment, std::size_t place, std::string_view bytes) override;
  base::Result<std::optional<std::string>> getChunk(domain::AttachmentId attachment, std::size_t place) override;
  void interrupt() override { m_isInterrupted = true; }

  // For what else is asked on this line (postgres_register.h): the connection, and the token of a session that is begun where
  // there is none or `Session::fresh` is wanted. Valid until the next call.
  enum class Session { any, fresh };
  struct Said {
    Connection* connection;
    const std::string* token;
  };
  base::Result<Said> said(Session session);
  const Deadlines& deadlines() const { return m_deadlines; }

 private:
  base::Result<void> connect();
  void askLast(const std::string& host);
  base::Result<void> beginSession();
  base::Result<void> keepStoreKey(bool isKept);
  base::Result<void> signIn();
  base::Result<sync::Heads> askHeads(std::span<const sync::Cursor> cursors, const base::Uuid& anchor, std::string& staleness);
  bool hasCome(std::span<const sync::Cursor> ahead);
  base::Result<sync::PushAnswer> pushOnce(std::int32_t epoch, std::span<const domain::WrittenOperation> batch);
  base::Result<sync::PushAnswer> pushHalves(std::int32_t epoch, std::span<const domain::WrittenOperation> batch);

  DeskAccount m_account;
  Deadlines m_deadlines;
  std::atomic<bool> m_isInterrupted{false};
  std::unique_ptr<Connection> m_connection;
  std::unique_ptr<StandbyReader> m_standby;  // null where everything is asked of the primary
  std::string m_token;                       // "\x..." as bytea text
  sync::Hello m_hello;
  std::int32_t m_shownEpoch = 0;  // the greatest that the last heads() spoke of
};

}  // namespace ow::centre
