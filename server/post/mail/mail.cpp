// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/post/mail/mail.h"

#include "server/post/mail/mailsettings.h"

#include <gmime/gmime.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
struct Free
{
    void operator()(gpointer object) const { g_object_unref(object); }
    void operator()(GDateTime *time) const { g_date_time_unref(time); }
    void operator()(GMimeFormatOptions *options) const { g_mime_format_options_free(options); }
    void operator()(char *text) const { g_free(text); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

/// Returns a part with the content in Base64.
Owned<GMimePart> part(const char *type, const char *subtype, const QByteArray &bytes)
{
    Owned<GMimePart> part(g_mime_part_new_with_type(type, subtype));
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.constData(), size_t(bytes.size())));
    const Owned<GMimeDataWrapper> content(
        g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
    g_mime_part_set_content(part.get(), content.get());
    g_mime_part_set_content_encoding(part.get(), GMIME_CONTENT_ENCODING_BASE64);
    return part;
}

Owned<GMimePart> textPart(const char *subtype, QString text)
{
    text.replace(u"\n"_s, u"\r\n"_s); // RFC 2046, 4.1.1: the line ends of text, also inside an encoding
    Owned<GMimePart> made = part("text", subtype, text.toUtf8());
    g_mime_object_set_content_type_parameter(GMIME_OBJECT(made.get()), "charset", "utf-8");
    return made;
}

/// The boundary follows from the message's ID: a message that is sent again is the same message.
Owned<GMimeMultipart> multipart(const char *subtype, const QByteArray &boundary)
{
    Owned<GMimeMultipart> made(g_mime_multipart_new_with_subtype(subtype));
    g_mime_multipart_set_boundary(made.get(), boundary.constData());
    return made;
}

void add(GMimeMultipart *multipart, const Owned<GMimePart> &part)
{
    g_mime_multipart_add(multipart, GMIME_OBJECT(part.get()));
}

/// Returns the plain text, with the same text as HTML if there is one.
Owned<GMimeObject> texts(const Mail &mail, const QByteArray &id)
{
    Owned<GMimePart> plain = textPart("plain", mail.text);
    if (mail.html.isEmpty())
        return Owned<GMimeObject>(GMIME_OBJECT(plain.release()));
    Owned<GMimeMultipart> both = multipart("alternative", "=_" + id);
    add(both.get(), plain);
    add(both.get(), textPart("html", mail.html));
    return Owned<GMimeObject>(GMIME_OBJECT(both.release()));
}

Owned<GMimeObject> body(const Mail &mail, const QByteArray &id)
{
    Owned<GMimeObject> written = texts(mail, id);
    if (mail.picture.isEmpty())
        return written;
    const Owned<GMimePart> picture = part("image", "jpeg", QByteArray::fromBase64(mail.picture.toLatin1()));
    g_mime_object_set_disposition(GMIME_OBJECT(picture.get()), "inline");
    g_mime_part_set_filename(picture.get(), "snapshot.jpg");
    Owned<GMimeMultipart> whole = multipart("mixed", "=_p" + id); // no line of Base64 begins like that
    g_mime_multipart_add(whole.get(), written.get());
    add(whole.get(), picture);
    return Owned<GMimeObject>(GMIME_OBJECT(whole.release()));
}

void addMailbox(GMimeMessage *message, GMimeAddressType type, const QString &mailbox)
{
    const auto [name, address] = NamedAddress::parse(mailbox);
    const Owned<InternetAddress> made(internet_address_mailbox_new(name.isEmpty() ? nullptr : name.toUtf8().constData(),
                                                                   address.toUtf8().constData()));
    internet_address_set_charset(made.get(), "utf-8");
    internet_address_list_add(g_mime_message_get_addresses(message, type), made.get());
}
}

QByteArray Mail::toMessage(const QString &from, const QDateTime &date, const QByteArray &messageId) const
{
    static const bool initialized = [] { return g_mime_init(), true; }();
    Q_UNUSED(initialized)
    const Owned<GMimeMessage> message(g_mime_message_new(TRUE));
    addMailbox(message.get(), GMIME_ADDRESS_TYPE_FROM, from);
    addMailbox(message.get(), GMIME_ADDRESS_TYPE_TO, to);
    g_mime_message_set_subject(message.get(), subject.toUtf8().constData(), "utf-8");
    const Owned<GDateTime> when(g_date_time_new_from_unix_utc(date.toSecsSinceEpoch()));
    g_mime_message_set_date(message.get(), when.get());
    g_mime_message_set_message_id(message.get(), messageId.constData());
    // RFC 3834: no out-of-office notes for it
    g_mime_object_set_header(GMIME_OBJECT(message.get()), "Auto-Submitted", "auto-generated", nullptr);
    const Owned<GMimeObject> content = body(*this, messageId.left(messageId.indexOf('@')));
    g_mime_message_set_mime_part(message.get(), content.get());
    const Owned<GMimeFormatOptions> options(g_mime_format_options_new());
    g_mime_format_options_set_newline_format(options.get(), GMIME_NEWLINE_FORMAT_DOS);
    const Owned<char> text(g_mime_object_to_string(GMIME_OBJECT(message.get()), options.get()));
    return text.get();
}
