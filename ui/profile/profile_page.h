// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>

#include <optional>

#include "desk/profile.h"
#include "kit/page.h"

class QBoxLayout;
class QScrollArea;

namespace ow::ui {

class Card;
class ChoiceRow;
class EmptyState;
class ProfileHeader;
class ProfileSide;
class PurposeChooser;
class RevealField;
class TimelineView;

// One party on one screen (360°): who it is, one story over all channels, what is open. Everything masked; see RevealField.
// Keys: C new contact, N new case, E correct the data, R the values that can be revealed, 1-4 what the story shows.
//
// One opening is one look in the access log; what changes while the page stays open is read under that look.
//
// state(): "party" the id, "purpose" of the look, "filter" 0-3, "scroll" of the story.
class ProfilePage : public Page {
  Q_OBJECT
 public:
  // A nil id: restore() says who it is. `purpose`: what the clerk is doing, for the access log.
  ProfilePage(Bridge& bridge, Navigator& navigator, domain::PartyId id, desk::Purpose purpose, QWidget* parent = nullptr);

  QString title() const override;
  QString kind() const override { return QStringLiteral("party"); }
  QJsonObject state() const override;
  void restore(const QJsonObject& state) override;
  void takeFocus() override;

 signals:
  void loaded();  // everything of the first screen is shown

 protected:
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void build();
  QWidget* buildStory();
  void addKeys();
  void load();
  void show(const desk::Profile& profile);
  void showMissing(const base::Error& error);

  desk::TimelineFilter filter() const;
  void loadStory();
  void loadMore();
  void setScroll(int value);
  int scroll() const;

  void letCheck();
  void openRevealMenu();
  void askReveal(RevealField* field);
  void reveal(RevealField* field, desk::Purpose purpose);
  void onChanged(const desk::Changed& what);
  bool isConcerned(const desk::Changed& what) const;

  domain::PartyId m_id;
  desk::Purpose m_firstPurpose;
  std::optional<desk::Profile> m_profile;
  QScrollArea* m_page;
  EmptyState* m_missing;
  ProfileHeader* m_header;
  PurposeChooser* m_purpose;
  ChoiceRow* m_filter;
  TimelineView* m_story = nullptr;
  ProfileSide* m_side;
  QBoxLayout* m_below;
  QScrollArea* m_sideScroll;
  QPointer<RevealField> m_asked;  // whose purpose is being asked for
  QTimer m_refresh;
  int m_ticket = 0;  // of the story: an answer for another filter is dropped
  int m_scrollToRestore = 0;
  bool m_isStale = false;
  bool m_isLoading = false;
  bool m_isFocusDue = false;
};

}  // namespace ow::ui
