using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SoraFunctions.Local.Hosting;
using SoraFunctions.Local.Signing;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Provenance.Signing;

namespace SoraFunctions.Local.Tests.Signing;

/// <summary>Keys in folders: one for all, one for a tenant of its own, PEM or PFX, replaced while the service runs.</summary>
public sealed class FolderSignersTests : IDisposable
{
    private readonly DataFolder _folder = new(Directory.CreateTempSubdirectory("sora-signers-").FullName);

    private FolderSigners Signers => new(_folder, TimeProvider.System);

    public void Dispose() => Directory.Delete(_folder.Root, recursive: true);

    [Fact]
    public async Task A_tenant_with_a_key_of_its_own_signs_with_it_and_all_others_with_the_deployment_s()
    {
        Put(Path.Combine(_folder.Signing, "tenants", "shop"), "A Shop");
        var signers = Signers;

        Assert.Equal("A Shop", (await signers.Of("shop", default)).Organisation);
        Assert.Equal(FolderSigners.Organisation, (await signers.Of("other", default)).Organisation);
        Assert.Same(await signers.Of("other", default), await signers.Of("another", default));
    }

    [Fact]
    public async Task A_replaced_key_is_taken_without_a_restart()
    {
        Put(_folder.Signing, "Before");
        var signers = Signers;
        Assert.Equal("Before", (await signers.Of("shop", default)).Organisation);

        Put(_folder.Signing, "After");
        File.SetLastWriteTimeUtc(Path.Combine(_folder.Signing, "signing.pem"), DateTime.UtcNow.AddMinutes(1));

        Assert.Equal("After", (await signers.Of("shop", default)).Organisation);
    }

    [Fact]
    public async Task A_tenant_s_folder_without_a_key_that_can_sign_is_a_clear_failure()
    {
        var place = Directory.CreateDirectory(Path.Combine(_folder.Signing, "tenants", "shop")).FullName;
        var empty = await Assert.ThrowsAsync<FinalException>(async () => await Signers.Of("shop", default));
        await File.WriteAllTextAsync(Path.Combine(place, "signing.pem"), "no key");
        var broken = await Assert.ThrowsAsync<FinalException>(async () => await Signers.Of("shop", default));

        Assert.Equal(("signing_key_missing", "signing_key_missing"), (empty.Code, broken.Code));
        Assert.Contains("holds neither signing.pem nor signing.pfx", empty.Message);
    }

    [Fact]
    public async Task A_pfx_file_with_its_password_signs()
    {
        Directory.CreateDirectory(_folder.Signing);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(SigningIdentity.IssueSelfMade("A Studio", key, TimeProvider.System));
        var all = new X509Certificate2Collection(chain[0].CopyWithPrivateKey(key)) { chain[2], chain[1] };
        await File.WriteAllBytesAsync(Path.Combine(_folder.Signing, "signing.pfx"), all.Export(X509ContentType.Pkcs12, "secret")!);
        await File.WriteAllTextAsync(Path.Combine(_folder.Signing, "signing.password"), "another\n");
        var locked = await Assert.ThrowsAsync<FinalException>(async () => await Signers.Of("shop", default));
        await File.WriteAllTextAsync(Path.Combine(_folder.Signing, "signing.password"), "secret\n");

        var identity = await Signers.Of("shop", default);

        Assert.Equal("signing_key_missing", locked.Code);
        Assert.Equal("A Studio", identity.Organisation);
        Assert.Equal(identity.RootPem, await File.ReadAllTextAsync(Path.Combine(_folder.Signing, IdentityFolder.RootFile)));
    }

    private static void Put(string place, string organisation)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Directory.CreateDirectory(place);
        File.WriteAllText(Path.Combine(place, "signing.pem"), key.ExportPkcs8PrivateKeyPem() + "\n" + SigningIdentity.IssueSelfMade(organisation, key, TimeProvider.System));
    }
}
