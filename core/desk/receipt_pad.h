// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <deque>
#include <memory>
#include <string_view>

#include "desk/desk.h"
#include "desk/rating_pad.h"

// The citizen's side of rating by a code on a receipt (domain/rating_receipt.h): at a kiosk, or through a gateway that has a
// desk of its own. Works without a line.
//
// A rating by receipt is sealed by the pad of the desk where it is redeemed, as nobody's operation, and says by its channel
// that it came so: it is never `counter`. One receipt gives one voice: the first, or the follow-up (追评) of somebody who rated
// at the window. At two kiosks off the line both get the same id, the first counts, and the second is refused by the centre as
// already_rated and kept where its chain needs it.
//
// A desk that does not have the visit cannot say whom and what a rating would be about: it takes none and says that the visit
// is not known here yet; the receipt stays good. An answer that waited unsealed for its visit could be bent meanwhile.
//
// What keeps a clerk from it: only a desk that a supervisor made a kiosk redeems (kiosk.h), none redeems for whoever sits at it
// and served there, and the integrity findings tell of what was redeemed at the window that served (own_window). What is left:
// a clerk who walks to a kiosk with a receipt that was thrown away is a citizen to it. Bursts there, equal answers in a row and
// ratings at odd hours are found; one alone is not.
namespace ow::desk {

class ReceiptPad {
 public:
  // internal for a catalogue that cannot be read.
  static base::Result<std::unique_ptr<ReceiptPad>> over(std::shared_ptr<Desk> desk);

  const domain::RatingCatalogue& catalogue() const { return m_pad->catalogue(); }

  // What the code stands for, for the question; its title is the service's name alone, for who stands there need not be who
  // was served. invalidInput (field=code) with the rules of readReceiptCode(); notFound (entity=receipt): one of ours whose
  // visit or case is not known here; notAllowed with rule not_a_kiosk, own_rating, not_ended, too_late, or too_many_tries (fact
  // seconds: until the next); duplicate (entity=rating): used already, or the visit was rated as often as the rules let it.
  base::Result<RatingInvitation> open(std::string_view code);

  // As RatingPad::rate, and what open() refuses. invalidInput (field=channel) for an answer at the counter.
  base::Result<void> rate(const RatingInvitation& invitation, const RatingAnswer& answer);

  // Wrong codes within the time. They protect nothing that 60 bits do not; they end an idle game, and tell somebody whose
  // letters will not fit to ask. A gateway that makes a new pad for each question limits its askers itself.
  static constexpr std::size_t kMostWrong = 6;
  static constexpr std::chrono::seconds kWrongTime{60};

 private:
  ReceiptPad(std::shared_ptr<Desk> desk, std::unique_ptr<RatingPad> pad) : m_desk(std::move(desk)), m_pad(std::move(pad)) {}
  base::Result<void> checkTries();

  std::shared_ptr<Desk> m_desk;
  std::unique_ptr<RatingPad> m_pad;
  std::deque<base::Instant> m_wrong;
};

}  // namespace ow::desk
