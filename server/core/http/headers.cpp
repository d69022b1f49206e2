// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/headers.h"

#include <algorithm>

namespace {
bool sameName(QByteArrayView a, QByteArrayView b) { return a.compare(b, Qt::CaseInsensitive) == 0; }
}

QByteArray Headers::value(QByteArrayView name) const
{
    for (const auto &[known, value] : m_fields) {
        if (sameName(known, name))
            return value;
    }
    return {};
}

bool Headers::contains(QByteArrayView name) const
{
    return std::any_of(begin(), end(), [&](const auto &field) { return sameName(field.first, name); });
}

void Headers::keepOnly(std::initializer_list<QByteArrayView> names)
{
    m_fields.removeIf([&](const auto &field) {
        return std::none_of(names.begin(), names.end(), [&](auto name) { return sameName(field.first, name); });
    });
}

void Headers::set(const QByteArray &name, const QByteArray &value)
{
    m_fields.removeIf([&](const auto &field) { return sameName(field.first, name); });
    append(name, value);
}
