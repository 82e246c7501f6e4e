using System.Text.Json.Serialization;
using SoraFunctions.Contract;

namespace SoraFunctions.Pipeline.Remotes.Servers;

/// <summary>Which picture a remote is sent of a shot that shows a product, as <c>input_reference</c>.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<RemotePicture>))]
public enum RemotePicture
{
    /// <summary>None: it makes the place alone, and the product is filmed in front of it.</summary>
    None,

    /// <summary>The shot as it begins, staged by the world engine in the size of the clip: for models that go on from it, and draw the product anew.</summary>
    FirstFrame,

    /// <summary>The product's own picture as it is: for another instance of this service, which films it.</summary>
    Product,
}
