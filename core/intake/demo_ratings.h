// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/case.h"
#include "domain/interaction.h"
#include "domain/rating_catalogue.h"
#include "domain/rating_review.h"
#include "domain/rating_seal.h"
#include "intake/demo_batch.h"
#include "intake/demo_dice.h"
#include "intake/demo_rhythm.h"

// What citizens of a demo hall say on the pads, and what becomes of what was bad. Only core/intake/demo_* includes this.
namespace ow::intake {

class DemoRatings {
 public:
  DemoRatings(DemoBatch& batch, Dice& dice, const DemoRhythm& rhythm, const DemoPlace& place,
              const std::vector<domain::Staff>& staff);

  // A matter that has ended, and a visit: each is rated or not, as people do.
  void rateMatter(const domain::Case& c);
  void rateVisit(const domain::Case& c, const domain::Interaction& visit);
  std::int64_t written() const { return m_written; }

 private:
  // The citizen's side of a window; its secret is thrown away with the dice.
  struct DemoPad {
    domain::Pad pad;
    base::SigningKey key;
    domain::ChainEnd end;
  };

  domain::Rating voiceOn(const domain::Case& c, base::Instant at);
  void give(domain::Rating rating);
  DemoPad& padOf(const domain::Rating& rating);
  // The loop of a bad one, as far as it has come by now.
  void follow(const domain::Rating& rating);
  // Somebody who did not serve.
  const domain::Staff& other(const std::optional<domain::StaffId>& served);

  DemoBatch& m_batch;
  Dice& m_dice;
  const DemoRhythm& m_rhythm;
  const DemoPlace& m_place;
  const std::vector<domain::Staff>& m_staff;
  domain::RatingCatalogue m_catalogue;
  std::map<std::string, DemoPad> m_pads;  // by window
  std::int64_t m_written = 0;
};

}  // namespace ow::intake
