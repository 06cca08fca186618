using Acervo.Platform.Accounts;

namespace Acervo.Modules.Practices.Demo;

/// <summary>Somebody of the demonstration; all of them are invented.</summary>
/// <param name="Key">The first part of the address.</param>
/// <param name="Name">Name and surnames.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Unit">The name of their entity or office in the catalogues.</param>
internal sealed record DemoPerson(string Key, string Name, Role Role, string Unit)
{
    public static readonly IReadOnlyList<DemoPerson> All =
    [
        new("camila.ortega", "Camila Ortega Ruiz", Role.Contributor, "Subsecretaría de Servicio a la Ciudadanía"),
        new("julian.arango", "Julián Arango Mesa", Role.Contributor, "Secretaría Distrital de Integración Social"),
        new("yolanda.cifuentes", "Yolanda Cifuentes Mora", Role.Contributor, "Instituto de Desarrollo Urbano"),
        new("teresa.lozano", "Teresa Lozano Vergara", Role.Reviewer, "Subsecretaría Distrital de Fortalecimiento Institucional"),
        new("andres.murcia", "Andrés Murcia Rojas", Role.Reviewer, "Dirección Distrital de Desarrollo Institucional"),
        new("patricia.nino", "Patricia Niño Guevara", Role.Reviewer, "Subsecretaría Distrital de Fortalecimiento Institucional"),
        new("ricardo.saenz", "Ricardo Sáenz Olarte", Role.Administrator, "Oficina de Tecnologías de la Información y las Comunicaciones"),
        new("marcela.duenas", "Marcela Dueñas Prieto", Role.Liaison, "Secretaría Distrital de Desarrollo Económico"),
    ];

    public string Email => $"{Key}@example.gov.co";

    /// <summary>Authors write for their own unit; the others act in the whole site.</summary>
    public bool IsEverywhere => Role is Role.Reviewer or Role.Administrator;
}
