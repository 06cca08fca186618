using Acervo.Platform.Text;

namespace Acervo.Tests.Platform.Text;

/// <summary>Contact data of people is found however Markdown, separators or unseen signs hide it, and ordinary figures are left alone.</summary>
public sealed class PersonalDataTests
{
    [Theory]
    [InlineData(@"juan.perez\@gmail.com")]
    [InlineData("maria&#64;gmail.com")]
    [InlineData(@"pedro@gmail\.com")]
    [InlineData("luis@gmail&#46;com")]
    [InlineData("ana@**gmail**.com")]
    [InlineData("ana@g\u200Bmail\u2060.com")]
    [InlineData("- uno\n- dos ana@*gmail*.com\n- tres")]
    [InlineData("> cita\n> sigue ana@*gmail*.com y\n> sigue")]
    [InlineData("[escríbame](mailto:ana&#64;gmail.com)")]
    [InlineData("[escríbame](mailto:ana%40gmail.com)")]
    [InlineData("[escríbame](https://example.org/?c=ana.ruiz%EF%BC%A0gmail.com)")]
    [InlineData("[escríbame](https://example.org/?c=ana.ruiz%ef%b9%abgmail.com)")]
    [InlineData("[escríbame](mailto:ana%\\40gmail.com)")]
    [InlineData("[escríbame][1]\n\n[1]: mailto:ana&#64;gmail.com")]
    public void A_private_address_is_found_and_masked_however_it_is_written(string text)
    {
        Assert.NotEmpty(PersonalData.PrivateEmails("Antes.\n\nEscriba a " + text));
        AssertHidden("gmail", "Antes.\n\nEscriba a " + text + "\n\nDespués.");
    }

    [Theory]
    [InlineData(@"310\-555\-1234")]
    [InlineData("310 5 551234")]
    [InlineData("310/555/1235")]
    [InlineData("310&nbsp;555&nbsp;1236")]
    [InlineData("31**0555**1237")]
    [InlineData("310·555·1241")]
    [InlineData("310\u200B5551240")]
    [InlineData("3 1 0 5 5 5 1 2 3 9")]
    [InlineData("(310) 555 - 1234")]
    [InlineData("+57 300 0000012")]
    [InlineData("573000000012")]
    [InlineData("300  \n0000012")]
    public void A_mobile_number_is_found_and_masked_however_it_is_written(string text)
    {
        Assert.NotEmpty(PersonalData.Mobiles("Llame al " + text + " hoy."));
        AssertHidden("1", "Antes.\n\nLlame al " + text + " hoy.\n\nDespués.");
    }

    [Theory]
    [InlineData("Costó 3.105.551.234 pesos.")]
    [InlineData("Costó $3000000012 en total.")]
    [InlineData("Costó 3000000012 pesos en total.")]
    [InlineData("El 31/12/2024 15:30 cerró.")]
    [InlineData("Entre el 30/11/2023 - 31/12/2024.")]
    [InlineData("Pasó de 35 (2022) a 40 (2023), 35% y 3,5%.")]
    [InlineData("Fueron 300, 450, 1200 y 3, 10, 15, 20, 25 personas.")]
    [InlineData("NIT 300.123.456-7 y NIT 899.999.061-9.")]
    [InlineData("ISBN 978-3-16-148410-0.")]
    [InlineData("Escriba a oficina@example.gov.co, **línea** 601 555 0000.")]
    [InlineData("300.000.000.000 y 3.000.000 de 2019-2023.")]
    public void Ordinary_figures_are_left_alone(string text)
    {
        Assert.Empty(PersonalData.Mobiles(text).Concat(PersonalData.PrivateEmails(text)));
        Assert.Equal(text, PersonalData.Redact(text));
    }

    [Theory]
    [InlineData("Llame al ３００００００012 hoy.")]
    [InlineData("Llame al \U0001D7DB\U0001D7D80 000 0012 hoy.")]
    [InlineData("Llame al ٣٠٠ ٠٠٠ ٠٠١٢ hoy.")]
    [InlineData("Escriba a ｊｕａｎ＠ｇｍａｉｌ．ｃｏｍ hoy.")]
    public void Digits_and_signs_of_other_widths_and_scripts_are_read_as_what_they_are(string text)
    {
        Assert.NotEmpty(PersonalData.Mobiles(text).Concat(PersonalData.PrivateEmails(text)));
        Assert.Contains(PersonalData.Mask, PersonalData.Redact(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ana.ruiz arroba gmail punto com")]
    [InlineData("ana.ruiz (arroba) gmail.com")]
    [InlineData("ana.ruiz [at] gmail [dot] com")]
    [InlineData("ana.ruiz (at) hotmail.com")]
    [InlineData("ana.ruiz @ gmail . com")]
    [InlineData("ana arroba gmail")]
    [InlineData("ARROBA: ana <arroba> correo punto com punto co")]
    [InlineData("601 381 3000")]
    [InlineData("(604) 555 00 12")]
    [InlineData("+57 605 5550012")]
    [InlineData("Teléfono: 381 30 00")]
    [InlineData("tel. 3813000")]
    [InlineData("PBX 381-3000")]
    [InlineData("C.C. 52.123.456")]
    [InlineData("cédula de ciudadanía No. 1.020.304.050")]
    [InlineData("identificado con CC 79123456")]
    [InlineData("documento de identidad número 1020304050")]
    [InlineData("tres cero cero, cero cero cero, cero cero uno dos")]
    [InlineData("3oo ooo oo12")]
    [InlineData("300x000x00x12")]
    public void What_may_be_contact_data_asks_for_a_look(string text)
    {
        Assert.NotEmpty(PersonalData.Doubtful($"Más información: {text}, de lunes a viernes."));
        Assert.NotEmpty(PersonalData.Doubtful($"Antes.\n\n- Uno\n- **{text}**\n"));
    }

    [Theory]
    [InlineData("Escriba a servicio arroba alcaldiabogota punto gov punto co.")]
    [InlineData("El 82 % de 1.250.000 personas, 601 millones de pesos y 3.105.551.234 de inversión.")]
    [InlineData("En línea 2023 y 2024 se atendieron 3813000 turnos.")]
    [InlineData("Una, dos, tres, cuatro y cinco sesiones.")]
    [InlineData("La Ley 1712 de 2014 y el Decreto 1081 de 2015; CONPES 4070; acta 12 del 2024-06-05.")]
    [InlineData("El documento de 120 páginas y la versión 2.0 del documento técnico de 2023.")]
    [InlineData("Contrato 1234567 de 2023, radicado 2-2024-12345.")]
    [InlineData("Participaron 3 de 10 localidades y 25 de 100 colegios.")]
    [InlineData("Se sentó a la mesa y habló de la arroba de café que pesa 12,5 kg.")]
    public void Ordinary_sentences_ask_for_no_look(string text) => Assert.Empty(PersonalData.Doubtful(text));

    [Fact]
    public void What_surrounds_masked_data_keeps_its_form_and_its_signs()
    {
        var masked = PersonalData.Redact("**Uno**\n\n- a_b *c* 2 < 3 &amp; ana@*gmail*.com\n- *dos*");

        Assert.Equal($"<p><strong>Uno</strong></p>\n<ul>\n<li>a_b c 2 &lt; 3 &amp; {PersonalData.Mask}</li>\n<li><em>dos</em></li>\n</ul>\n",
            SafeMarkdown.ToHtml(masked));
    }

    private static void AssertHidden(string secret, string text)
    {
        var masked = PersonalData.Redact(text);
        Assert.DoesNotContain(secret, masked, StringComparison.Ordinal);
        Assert.Contains(PersonalData.Mask, SafeMarkdown.ToPlain(masked).Replace("escríbame", PersonalData.Mask, StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.StartsWith("Antes.", masked, StringComparison.Ordinal);
        Assert.EndsWith("Después.", masked, StringComparison.Ordinal);
        Assert.Empty(PersonalData.Mobiles(masked).Concat(PersonalData.PrivateEmails(masked)));
    }
}
