// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class Receipt;

/// Receipts as PDF documents.
namespace ReceiptPdf {

/// Returns the document, one page of A4. The same receipt always results in the same document. Names in any script are
/// shown, if the machine has a font for the script.
///
/// Throws: std::runtime_error if the document cannot be written.
/// Thread: a pool, because laying out text takes some tens of milliseconds.
QByteArray of(const Receipt &receipt);
}
