// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cameras/device.h"
#include "models/core/resource.h"
#include "models/identity/account.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdint>
#include <cstdlib>

namespace {

/// JSON that is accepted without errors must be accepted again after a round trip, without changes.
template <typename T>
void roundTrip(const QJsonObject &json)
{
    FieldErrors errors;
    const T value = fromJson<T>(json, errors);
    if (!errors.isEmpty())
        return;
    T copy = value;
    patchFromJson(json, copy, errors);
    if (!errors.isEmpty() || toJson(copy) != toJson(value))
        std::abort();
}
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto json = QJsonDocument::fromJson(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (json.isObject()) {
        roundTrip<Account>(json.object());
        roundTrip<Device>(json.object());
    }
    return 0;
}
