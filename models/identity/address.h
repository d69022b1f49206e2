// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// A postal or billing address.
class Address
{
    Q_GADGET
    Q_CLASSINFO("line1.max", "200")
    Q_CLASSINFO("line2.max", "200")
    Q_CLASSINFO("city.max", "100")
    Q_CLASSINFO("postalCode.max", "20")
    Q_CLASSINFO("region.max", "100")
    Q_CLASSINFO("country.pattern", "^([A-Z]{2})?$")
    Q_CLASSINFO("country.format", "country")
    Q_CLASSINFO("country.doc", "ISO 3166-1 alpha-2 code, such as `DE`.")
    Q_CLASSINFO("line1.optional", "json")
    Q_CLASSINFO("line2.optional", "json")
    Q_CLASSINFO("city.optional", "json")
    Q_CLASSINFO("postalCode.optional", "json")
    Q_CLASSINFO("region.optional", "json")
    Q_CLASSINFO("country.optional", "json")
    Q_PROPERTY(QString line1 MEMBER line1)
    Q_PROPERTY(QString line2 MEMBER line2)
    Q_PROPERTY(QString city MEMBER city)
    Q_PROPERTY(QString postalCode MEMBER postalCode)
    Q_PROPERTY(QString region MEMBER region)
    Q_PROPERTY(QString country MEMBER country)

public:
    QString line1;
    QString line2;
    QString city;
    QString postalCode;
    QString region;
    QString country;

    friend bool operator==(const Address &, const Address &) = default;
};
