// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

#include "desk/rating_invitation.h"
#include "desk/rating_pad.h"
#include "kit/page.h"
#include "pad/pad_place.h"
#include "pad/pad_view.h"

namespace ow::ui {

class Bridge;
class PadWindow;

// The citizen's screen of one desk session: what it shows, where it stands, and what becomes of an answer. Lives with the
// session of a clerk; going, it counts an unfinished question as unrated.
//
// What a clerk may know stands in this header: that somebody is being asked, and that this is over. No level, no reason, nor
// whether there was an answer at all passes through it. One thing must be said: that an answer was not kept.
class Pad : public QObject {
  Q_OBJECT
 public:
  explicit Pad(Bridge& bridge, std::shared_ptr<desk::Desk> desk, QObject* parent = nullptr);
  ~Pad() override;

  // Kept on this computer. Not away from somebody who is rating.
  void stand(const PadPlace& place);
  const PadPlace& place() const { return m_place; }
  void showOrHide();
  bool isShown() const { return m_place.kind != PadPlace::Kind::off; }
  PadWindow& window() const { return *m_window; }

  // Why nobody can be asked now, in the clerk's language; empty: ask.
  QString refusal() const;
  // Asks about the visit in which this clerk worked on the case.
  void askForRating(domain::CaseId id);
  enum class Said { nothing, beingRated, finished };
  Said saidOf(domain::CaseId id) const;
  // From the question until the greeting again.
  bool isAsking() const;

  // Shows the person what the hall has about them. Masked already.
  void letCheck(std::vector<PadRow> rows);

  // The clerk locks or goes: the greeting again. A level that a person chose counts.
  void interrupt();

 signals:
  void changed();  // what the clerk may ask of it
  void told(const QString& sentence, ow::ui::Navigator::Tone tone);

 private:
  void connectWindow();
  void readCatalogue();
  void turn(PadTurn turn);
  void show(PadView view) { turn({std::move(view), {}}); }
  void seal(const desk::RatingAnswer& answer);
  void receive(base::Result<desk::RatingInvitation> invitation);
  void sealed(const base::Result<void>& done);
  void putWindow();
  void windowClosed();
  void tick();
  void showDay();
  base::Instant now() const;

  Bridge& m_bridge;
  std::shared_ptr<desk::Desk> m_desk;
  std::shared_ptr<desk::RatingPad> m_rating;  // nothing until the catalogue is read
  std::unique_ptr<PadWindow> m_window;
  Language m_language;  // of the greeting
  PadView m_view;
  PadPlace m_place;
  bool m_isInviting = false;
  int m_ticket = 0;  // of the invitation that is waited for
  std::optional<domain::CaseId> m_about;
  desk::RatingInvitation m_invitation;
  QTimer m_tick, m_day;
};

}  // namespace ow::ui
