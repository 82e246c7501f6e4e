using System.Text.Json;
using SoraFunctions.Peers.Tests.Hosting;

namespace SoraFunctions.Peers.Tests.Commerce;

/// <summary>What Shopify's Admin API is asked, judged by its published schema with the reference implementation of GraphQL.</summary>
public sealed class AdminDocumentTests
{
    [PeerFact]
    public async Task Every_document_is_legal_and_uses_nothing_that_is_deprecated()
    {
        var folder = Path.Combine(Script.Folder, "..", "..", "functions", "Commerce", "Shopify", "Admin", "Documents");
        var said = await Script.Run("commerce/admin.mjs", ("FOLDER", folder));
        var documents = said.GetProperty("documents").EnumerateObject().ToList();
        Assert.Equal(Directory.GetFiles(folder, "*.graphql").Length, documents.Count);
        Assert.All(documents, document => Assert.True(document.Value.GetArrayLength() == 0, $"{document.Name}: {document.Value}"));
    }
}
