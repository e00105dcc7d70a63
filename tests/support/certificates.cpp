#include "support/certificates.h"

#include <QUuid>
#include <memory>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <stdexcept>

namespace sonde {

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Memory = std::unique_ptr<BIO, decltype(&BIO_free)>;

void require(bool done, const char *what)
{
    if (!done)
        throw std::runtime_error(what);
}

QByteArray contentOf(BIO *memory)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(memory, &bytes);
    return QByteArray(bytes, size);
}

QByteArray pemOf(X509 *certificate)
{
    const Memory memory(BIO_new(BIO_s_mem()), BIO_free);
    require(PEM_write_bio_X509(memory.get(), certificate) == 1, "PEM_write_bio_X509");
    return contentOf(memory.get());
}

QByteArray pemOf(EVP_PKEY *key)
{
    const Memory memory(BIO_new(BIO_s_mem()), BIO_free);
    require(PEM_write_bio_PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1,
            "PEM_write_bio_PrivateKey");
    return contentOf(memory.get());
}

Memory reading(const QByteArray &pem)
{
    return {BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())), BIO_free};
}

void extend(X509 *certificate, X509 *issuer, int extension, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *made = X509V3_EXT_conf_nid(nullptr, &context, extension, value.constData());
    require(made != nullptr, value.constData());
    X509_add_ext(certificate, made, -1);
    X509_EXTENSION_free(made);
}

void nameIt(X509_NAME *name, const char *common)
{
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(common), -1,
                               -1, 0);
}

/// Without \a issuer it signs itself.
CertifiedKey make(const CertificateWish &wish, const char *common, bool authority, const CertifiedKey *issuer)
{
    static long serial = 1;
    const Key key(EVP_EC_gen("P-256"), EVP_PKEY_free);
    require(key != nullptr, "EVP_EC_gen");
    const Certificate certificate(X509_new(), X509_free);
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial++);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), static_cast<long>(wish.beginsInSeconds));
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), static_cast<long>(wish.endsInSeconds));
    X509_set_pubkey(certificate.get(), key.get());
    nameIt(X509_get_subject_name(certificate.get()), common);

    Certificate parent(nullptr, X509_free);
    Key parentKey(nullptr, EVP_PKEY_free);
    if (issuer != nullptr) {
        parent.reset(PEM_read_bio_X509(reading(issuer->certificate).get(), nullptr, nullptr, nullptr));
        parentKey.reset(PEM_read_bio_PrivateKey(reading(issuer->key).get(), nullptr, nullptr, nullptr));
        require(parent != nullptr && parentKey != nullptr, "issuer");
    }
    X509 *signer = parent ? parent.get() : certificate.get();
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(signer));
    if (authority) {
        extend(certificate.get(), signer, NID_basic_constraints, "critical,CA:TRUE");
        extend(certificate.get(), signer, NID_key_usage, "critical,keyCertSign");
    } else {
        extend(certificate.get(), signer, NID_subject_alt_name, wish.name);
    }
    require(X509_sign(certificate.get(), parentKey ? parentKey.get() : key.get(), EVP_sha256()) > 0,
            "X509_sign");
    return {pemOf(certificate.get()), pemOf(key.get())};
}

} // namespace

CertificateAuthority::CertificateAuthority()
    : m_own(make({}, QByteArray("Sonde test authority " + QUuid::createUuid().toByteArray()).constData(),
                 true, nullptr))
{}

CertifiedKey CertificateAuthority::issue(const CertificateWish &wish) const
{
    return make(wish, "Sonde test server", false, &m_own);
}

CertifiedKey CertificateAuthority::selfSigned(const CertificateWish &wish)
{
    return make(wish, "Sonde test server", false, nullptr);
}

} // namespace sonde
