// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "kit/page.h"

namespace ow::testkit {

// The window around a page, as a test sees it: what was asked of it.
class RecordingNavigator : public ui::Navigator {
 public:
  void openParty(domain::PartyId id, desk::Purpose purpose) override {
    parties.push_back(id);
    purposes.push_back(purpose);
  }
  void correctParty(domain::PartyId id) override { corrected.push_back(id); }
  void openCase(domain::CaseId id) override { cases.push_back(id); }
  void newContact(std::optional<domain::PartyId> /*party*/, std::optional<domain::CaseId> /*caseId*/) override { ++contacts; }
  void newCase(std::optional<domain::PartyId> /*party*/) override { ++newCases; }
  void newParty(const QString& typed) override { registered.push_back(typed); }
  void searchCentre(const QString& typed) override { askedCentre.push_back(typed); }
  void openFigure(const QString& indicator, const QString& period, const QString&) override {
    figures.emplace_back(indicator, period);
  }
  void closePage(QWidget* /*page*/) override { ++closed; }
  void notify(const QString& text, Tone tone) override { notices.emplace_back(text, tone); }

  ui::Pad* pad() const override { return citizens; }

  ui::Pad* citizens = nullptr;
  std::vector<domain::PartyId> parties, corrected;
  std::vector<desk::Purpose> purposes;
  std::vector<domain::CaseId> cases;
  std::vector<QString> registered, askedCentre;
  std::vector<std::pair<QString, Tone>> notices;
  std::vector<std::pair<QString, QString>> figures;
  int contacts = 0, newCases = 0, closed = 0;
};

}  // namespace ow::testkit
