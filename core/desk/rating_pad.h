// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "desk/rating_invitation.h"
#include "domain/channel.h"
#include "domain/rating_catalogue.h"

// The citizen's side of a rating (评价器). Whoever shows it shows it to the citizen only. Any thread.
namespace ow::desk {

struct RatingAnswer {
  int level = 0;                     // 1 very satisfied ... 5 very dissatisfied (GB/T 39046-2020 A.8)
  std::vector<std::string> reasons;  // codes offered at that level
  std::string text;                  // may be empty
  domain::Channel channel = domain::Channel::counter;
  std::chrono::milliseconds answeredIn{0};  // since the question stood on the screen
};

class RatingPad {
 public:
  // The pad of this desk; its catalogue is the jurisdiction's. internal for a catalogue that cannot be read.
  static base::Result<std::unique_ptr<RatingPad>> over(std::shared_ptr<Desk> desk);

  const domain::RatingCatalogue& catalogue() const { return m_catalogue; }

  // Seals the answer and writes it, durably, as nobody's operation: it carries the clerk who served, not as its author. A bad
  // one (4, 5) opens its review in the same transaction. No answer is no call: unrated is unrated. invalidInput (field level,
  // reasons, text); duplicate (entity=rating) when the subject has been rated as often as the rules let it.
  base::Result<void> rate(const RatingInvitation& invitation, const RatingAnswer& answer);

 private:
  RatingPad(std::shared_ptr<Desk> desk, domain::RatingCatalogue catalogue)
      : m_desk(std::move(desk)), m_catalogue(std::move(catalogue)) {}

  std::shared_ptr<Desk> m_desk;
  domain::RatingCatalogue m_catalogue;
};

}  // namespace ow::desk
