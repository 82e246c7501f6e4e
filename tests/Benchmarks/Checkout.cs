namespace SoraFunctions.Benchmarks;

/// <summary>The source that this program was built from.</summary>
internal static class Checkout
{
    /// <summary>Its folder, some above the program.</summary>
    /// <exception cref="DirectoryNotFoundException">The program was moved away.</exception>
    public static string Folder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "examples", "sneaker-box"))) folder = folder.Parent;
            return folder?.FullName ?? throw new DirectoryNotFoundException("The benchmarks run from a checkout, which has a folder of examples.");
        }
    }

    /// <summary>The folder of the example products.</summary>
    public static string Examples => Path.Combine(Folder, "examples");
}
