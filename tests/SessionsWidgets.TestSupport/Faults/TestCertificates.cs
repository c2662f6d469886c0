using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SessionsWidgets.TestSupport.Faults;

/// <summary>Certificates for *.example.com that a test trusts, good ones and bad ones.</summary>
public sealed class TestCertificates : IDisposable
{
    // Certificates are judged by the machine's own clock.
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private readonly X509Certificate2 _authority;

    public TestCertificates()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Example authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        _authority = request.CreateSelfSigned(Now.AddYears(-3), Now.AddYears(3));
        Good = Issue("*.example.com", Now.AddDays(-1), Now.AddYears(1));
        Expired = Issue("*.example.com", Now.AddYears(-2), Now.AddYears(-1));
        WrongName = Issue("*.example.org", Now.AddDays(-1), Now.AddYears(1));
        using var ownKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var selfSigned = new CertificateRequest("CN=*.example.com", ownKey, HashAlgorithmName.SHA256)
            .CreateSelfSigned(Now.AddDays(-1), Now.AddYears(1));
        Unknown = Loaded(selfSigned);
    }

    public X509Certificate2 Good { get; }

    public X509Certificate2 Expired { get; }

    public X509Certificate2 WrongName { get; }

    public X509Certificate2 Unknown { get; }

    /// <summary>Trusts the authority and checks everything else.</summary>
    public X509ChainPolicy Trust
    {
        get
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck,
            };
            policy.CustomTrustStore.Add(_authority);
            return policy;
        }
    }

    public void Dispose()
    {
        _authority.Dispose();
        Good.Dispose();
        Expired.Dispose();
        WrongName.Dispose();
        Unknown.Dispose();
    }

    private X509Certificate2 Issue(string name, DateTimeOffset from, DateTimeOffset to)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(_authority, from, to, RandomNumberGenerator.GetBytes(8));
        using var withKey = issued.CopyWithPrivateKey(key);
        return Loaded(withKey);
    }

    private static X509Certificate2 Loaded(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
}
