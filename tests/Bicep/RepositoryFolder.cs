namespace SoraFunctions.Bicep.Tests;

/// <summary>The root of the repository that this test was built in.</summary>
internal static class RepositoryFolder
{
    public static string Root { get; } = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "SoraFunctions.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("SoraFunctions.sln is in none of the folders above the test");
    }
}
