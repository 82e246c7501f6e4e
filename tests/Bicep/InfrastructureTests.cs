using SoraFunctions.Bicep.Tests.Model;
using SoraFunctions.Bicep.Tests.Rules;

namespace SoraFunctions.Bicep.Tests;

/// <summary>The files that deploy.</summary>
public sealed class InfrastructureTests
{
    private static readonly Workspace _workspace = Workspace.Open(RepositoryFolder.Path("bicep"));

    [Fact]
    public void Nothing_is_wrong_with_any_file() =>
        Assert.True(BicepChecker.Check(_workspace) is [], string.Join('\n', BicepChecker.Check(_workspace)));

    [Fact]
    public void Every_module_is_called() =>
        Assert.Empty(Directory.EnumerateFiles(RepositoryFolder.Path("bicep", "modules"), "*.bicep")
            .Select(file => $"modules/{Path.GetFileName(file)}")
            .Except(_workspace.Templates.SelectMany(template => template.Of<Language.ModuleDeclaration>()
                .Select(module => _workspace.Find(template, module.Path.Fixed!)!.Path))));
}
