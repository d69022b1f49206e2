// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

/// What could not be delivered. The text is for the log: it names neither the recipient nor the content.
class DeliveryError : public std::runtime_error
{
public:
    enum class Kind {
        ForNow, ///< it may go later
        ForGood, ///< it never will
    };
    DeliveryError(const std::string &text, Kind kind)
        : std::runtime_error(text)
        , kind(kind)
    {
    }
    Kind kind;
};
