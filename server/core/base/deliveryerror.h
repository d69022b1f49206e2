// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

/// A message that could not be delivered. The text is for the log: it names neither the recipient nor the content.
class DeliveryError : public std::runtime_error
{
public:
    enum class Kind {
        ForNow, ///< a later attempt may succeed
        ForGood, ///< no later attempt can succeed
    };
    DeliveryError(const std::string &text, Kind kind)
        : std::runtime_error(text)
        , kind(kind)
    {
    }
    Kind kind;
};
