// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/viewmodel.h"

/// Lets the server connect to a camera as if it were saved, and tells what it has found.
class ConnectionTest : public ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    /// The members of ConnectionResult; empty until a test has ended.
    Q_PROPERTY(QVariantMap result READ result NOTIFY resultChanged)

public:
    using ViewModel::ViewModel;

    QVariantMap result() const { return m_result; }

    /// `values` contains `sourceUrl`, and optionally `username`, `password`, and `deviceId`, whose stored password is
    /// used if none is given.
    Q_INVOKABLE void run(const QVariantMap &values);
    /// Drops the result, because the values are no longer those that were tested. A test that runs has no result.
    Q_INVOKABLE void forget();

Q_SIGNALS:
    void resultChanged();

private:
    QVariantMap m_result;
    int m_serial = 0; ///< identifies the latest test; the results of earlier ones are dropped
};
