// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/billing/receipt.h"

/// The seller on receipts, and the tax that prices include.
struct Seller
{
    /// Reads a JSON object with the members of ReceiptParty and with `tax_rate`, in percent of the price without tax.
    ///
    /// Throws: std::runtime_error with a text that says what is wrong.
    static Seller read(const QString &file);

    ReceiptParty party;
    qint64 taxBasisPoints = 0; ///< hundredths of a percent of the price without tax
};
