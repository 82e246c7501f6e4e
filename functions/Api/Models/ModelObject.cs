namespace SoraFunctions.Api.Models;

/// <summary>A model as the API lists it.</summary>
/// <param name="Id">What requests call it.</param>
/// <param name="Object">Always <c>model</c>.</param>
/// <param name="Created">Unix time in seconds.</param>
/// <param name="OwnedBy">Who runs it.</param>
/// <param name="Engine">The engine it stands for.</param>
internal sealed record ModelObject(string Id, string Object, long Created, string OwnedBy, string Engine);
