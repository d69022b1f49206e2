// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/billing/receipts/receiptpdf.h"

#include "models/billing/receipt.h"
#include "models/core/moneytext.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <memory>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
// All lengths are in points.
constexpr double pageWidth = 595;
constexpr double pageHeight = 842;
constexpr double margin = 56;
constexpr double contentWidth = pageWidth - 2 * margin;
constexpr double lineGap = 4;

struct Free
{
    void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t *cairo) const { cairo_destroy(cairo); }
    void operator()(PangoLayout *layout) const { g_object_unref(layout); }
    void operator()(PangoFontDescription *font) const { pango_font_description_free(font); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

enum class Weight { Normal, Bold };
enum class Side { Left, Right };

/// A page on which text is written from top to bottom.
class Page
{
public:
    explicit Page(const Receipt &receipt);

    /// Writes a text that may have several lines, at the current height, between `from` and `to`. Returns its height.
    double write(const QString &text, double from, double to, Side side = Side::Left, double size = 10,
                 Weight weight = Weight::Normal);
    void moveDown(double by) { m_y += by; }
    /// Writes a label at the left and a value at the right, and moves down.
    void row(const QString &label, const QString &value, Weight weight = Weight::Normal);
    void rule();
    QByteArray finished();

private:
    QByteArray m_bytes;
    Owned<cairo_surface_t> m_surface;
    Owned<cairo_t> m_cairo;
    double m_y = margin;
};

cairo_status_t append(void *bytes, const unsigned char *data, unsigned int length)
{
    static_cast<QByteArray *>(bytes)->append(reinterpret_cast<const char *>(data), qsizetype(length));
    return CAIRO_STATUS_SUCCESS;
}

Page::Page(const Receipt &receipt)
    : m_surface(cairo_pdf_surface_create_for_stream(&append, &m_bytes, pageWidth, pageHeight))
    , m_cairo(cairo_create(m_surface.get()))
{
    const QByteArray time = receipt.issuedAt.toUTC().toString(Qt::ISODate).toUtf8();
    cairo_pdf_surface_set_metadata(m_surface.get(), CAIRO_PDF_METADATA_TITLE, receipt.number.toUtf8().constData());
    cairo_pdf_surface_set_metadata(m_surface.get(), CAIRO_PDF_METADATA_AUTHOR,
                                   receipt.seller.name.toUtf8().constData());
    cairo_pdf_surface_set_metadata(m_surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, time.constData());
}

double Page::write(const QString &text, double from, double to, Side side, double size, Weight weight)
{
    const Owned<PangoLayout> layout(pango_cairo_create_layout(m_cairo.get()));
    const Owned<PangoFontDescription> font(pango_font_description_from_string("Noto Sans"));
    pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), weight == Weight::Bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_width(layout.get(), int((to - from) * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout.get(), side == Side::Right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    const QByteArray bytes = text.toUtf8();
    pango_layout_set_text(layout.get(), bytes.constData(), int(bytes.size()));
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    cairo_move_to(m_cairo.get(), from, m_y);
    pango_cairo_show_layout(m_cairo.get(), layout.get());
    return double(height) / PANGO_SCALE;
}

void Page::row(const QString &label, const QString &value, Weight weight)
{
    const double middle = margin + contentWidth * 0.6;
    const double left = write(label, margin, middle, Side::Left, 10, weight);
    const double right = write(value, middle, margin + contentWidth, Side::Right, 10, weight);
    moveDown(std::max(left, right) + lineGap);
}

void Page::rule()
{
    cairo_set_line_width(m_cairo.get(), 0.5);
    cairo_move_to(m_cairo.get(), margin, m_y);
    cairo_line_to(m_cairo.get(), margin + contentWidth, m_y);
    cairo_stroke(m_cairo.get());
    moveDown(2 * lineGap);
}

QByteArray Page::finished()
{
    cairo_show_page(m_cairo.get());
    cairo_surface_finish(m_surface.get());
    if (cairo_surface_status(m_surface.get()) != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error("cairo cannot write a receipt");
    return m_bytes;
}

QString textOf(const ReceiptParty &party)
{
    const Address &address = party.address;
    QStringList lines{
        party.name,     address.line1,   address.line2, u"%1 %2"_s.arg(address.postalCode, address.city).trimmed(),
        address.region, address.country, party.email};
    if (!party.taxId.isEmpty())
        lines += u"Tax ID: "_s + party.taxId;
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString dayOf(const QDateTime &time) { return time.toUTC().date().toString(Qt::ISODate); }

QString periodOf(const Receipt &receipt)
{
    if (!receipt.periodUntil.isValid())
        return u"From %1, without end"_s.arg(dayOf(receipt.periodFrom));
    return u"%1 to %2"_s.arg(dayOf(receipt.periodFrom), dayOf(receipt.periodUntil));
}
}

QByteArray ReceiptPdf::of(const Receipt &receipt)
{
    const bool isNote = receipt.kind == Receipt::Kind::CreditNote;
    const QLocale locale(QLocale::English);
    const auto money = [&](qint64 amount) { return moneyText(amount, receipt.currency, locale); };
    Page page(receipt);
    page.moveDown(page.write(isNote ? u"Credit note"_s : u"Receipt"_s, margin, margin + contentWidth, Side::Left, 22,
                             Weight::Bold)
                  + 4 * lineGap);
    page.row(u"Number"_s, receipt.number, Weight::Bold);
    if (isNote)
        page.row(u"Cancels receipt"_s, receipt.refersTo);
    page.row(u"Date of issue (UTC)"_s, dayOf(receipt.issuedAt));
    page.row(u"Order"_s, receipt.orderId.toString());
    page.moveDown(4 * lineGap);
    const double middle = margin + contentWidth / 2;
    page.write(u"Seller"_s, margin, middle, Side::Left, 10, Weight::Bold);
    page.moveDown(page.write(u"Buyer"_s, middle, margin + contentWidth, Side::Left, 10, Weight::Bold) + lineGap);
    const double seller = page.write(textOf(receipt.seller), margin, middle - margin / 4);
    const double buyer = page.write(textOf(receipt.buyer), middle, margin + contentWidth);
    page.moveDown(std::max(seller, buyer) + 6 * lineGap);
    page.rule();
    page.row(receipt.title, money(receipt.net));
    page.row(u"Period (UTC)"_s, periodOf(receipt));
    page.rule();
    page.row(u"Net amount"_s, money(receipt.net));
    page.row(u"Tax %1%"_s.arg(locale.toString(double(receipt.taxBasisPoints) / 100, 'g', 6)), money(receipt.tax));
    page.row(u"Total"_s, money(receipt.total), Weight::Bold);
    page.moveDown(4 * lineGap);
    page.write(isNote ? u"The amount was refunded."_s : u"The amount was paid in full."_s, margin,
               margin + contentWidth);
    return page.finished();
}
