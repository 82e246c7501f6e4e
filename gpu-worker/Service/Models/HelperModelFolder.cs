using SoraFunctions.Models.Catalog;

namespace SoraFunctions.Service.Models;

/// <summary>Fills a folder with the helper models, for an image that has no npm: <c>SoraFunctions.Service helper-models PACKAGES FOLDER</c>.</summary>
internal static class HelperModelFolder
{
    /// <summary>Makes what is not there yet, and tells of each.</summary>
    /// <param name="packages">The node_modules of gpu-worker/Models/Weights.</param>
    /// <param name="folder">Where the files go.</param>
    /// <returns>The exit code: 0 when all are there.</returns>
    public static int Fill(string packages, string folder)
    {
        var all = new HelperModelCatalog(folder, packages).CheckAll();
        foreach (var status in all)
        {
            Console.WriteLine(status.Problem is { } problem ? $"{status.Model.Name}: {problem}" : $"{status.Model.Name}: {status.Path}");
        }

        return all.All(status => status.Problem is null) ? 0 : 1;
    }
}
