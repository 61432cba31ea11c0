// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/case.h"
#include "domain/channel.h"
#include "intake/demo_dice.h"

// What people say and clerks write down in a demo hall. Only core/intake/demo_* includes this.
namespace ow::intake {

struct Said {
  std::string subject;
  std::optional<std::string> text;
};

// A contact that leads to no case; `service` is what it is about, where it is about one.
Said smallTalk(Dice& dice, std::string_view service, domain::Channel channel);
// The contact that an application began with, and the word that went out afterwards.
Said applicationTalk(Dice& dice, std::string_view service);
Said resultTalk(Dice& dice, std::string_view service, domain::CaseState state);
std::optional<std::string> description(Dice& dice);
// What stands beside a step of a case; always something where a reason is due.
std::optional<std::string> stepText(Dice& dice, domain::CaseEventKind step, std::optional<domain::Outcome> outcome);
std::string noteText(Dice& dice);
std::optional<std::string> ratingText(Dice& dice, int level);

}  // namespace ow::intake
