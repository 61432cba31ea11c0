// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/centre.h"

namespace ow::testkit {

// No line at all, as with the cable out.
class CutLine final : public sync::Centre {
 public:
  base::Result<sync::Hello> hello() override { return away(); }
  base::Result<sync::Heads> heads(std::span<const sync::Cursor>, const base::Uuid&) override { return away(); }
  base::Result<void> disagree(std::span<const base::Uuid>) override { return away(); }
  base::Result<sync::PushAnswer> push(std::int32_t, std::span<const domain::WrittenOperation>) override { return away(); }
  base::Result<sync::PullAnswer> pull(std::span<const sync::Cursor>, std::size_t, const sync::RowSink&) override {
    return away();
  }
  base::Result<sync::FillAnswer> fill(sync::ScopeId, const std::string&, std::size_t, const sync::RowSink&) override {
    return away();
  }
  base::Result<void> fetch(std::span<const sync::EntityKey>, const sync::RowSink&) override { return away(); }
  base::Result<std::vector<sync::Bucket>> buckets(sync::ScopeId) override { return away(); }
  base::Result<std::vector<sync::ListedRow>> listBucket(sync::ScopeId, int) override { return away(); }

 private:
  static base::Error away() { return base::fail(base::ErrorKind::centreAway, {{"host", "centre:5432"}}); }
};

}  // namespace ow::testkit
