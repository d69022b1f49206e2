// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <initializer_list>
#include <utility>

/// Returns the text before the first occurrence of the character, or the whole text if there is none.
inline QByteArray before(const QByteArray &text, char character)
{
    const qsizetype at = text.indexOf(character);
    return at < 0 ? text : text.left(at);
}

/// Header fields in their order. Names are compared case-insensitively (RFC 9110, 5.1).
class Headers
{
public:
    /// Returns the value of the first field of that name, or an empty value if there is none.
    QByteArray value(QByteArrayView name) const;
    bool contains(QByteArrayView name) const;
    void append(QByteArray name, QByteArray value) { m_fields.emplaceBack(std::move(name), std::move(value)); }
    /// Removes the fields of all other names.
    void keepOnly(std::initializer_list<QByteArrayView> names);
    /// Replaces every field of that name.
    void set(const QByteArray &name, const QByteArray &value);

    auto begin() const { return m_fields.cbegin(); }
    auto end() const { return m_fields.cend(); }

private:
    QList<std::pair<QByteArray, QByteArray>> m_fields;
};
